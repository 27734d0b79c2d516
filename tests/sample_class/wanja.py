# Submitted as it came: nothing attempted.
# submits: 01 02
