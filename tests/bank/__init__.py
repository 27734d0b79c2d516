"""A bank of submissions, right and wrong, written from the contract alone.

`right/<exercise>/<style>.py` must pass; `wrong/<finding code>/<exercise>__<variant>.py` must fail with
that code first. `python -m tests.bank` runs all of them and prints the table.
"""
