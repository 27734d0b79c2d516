"""`progress` and `installation`: where I stand, and whether everything is here."""

from autograder.learn import hint, installation, installing, kept, progress


def test_progress_lists_every_exercise_and_says_what_comes_next(capsys):
    kept.change("exercises", "01.forward", checks=1, attempted=True, passed=True, best=1.0)
    kept.change("exercises", "01.mse", checks=2, attempted=True, passed=False, best=0.5)
    hint("01.mse")
    capsys.readouterr()
    progress()
    shown = capsys.readouterr().out
    assert shown.startswith("1 of 20 exercises hold. Next: 01.mse, in 01_one_update.")
    lines = {line.split()[1]: line.split(maxsplit=2)[2] for line in shown.splitlines()[3:]}
    assert lines["01.forward"] == "✓ holds"
    assert lines["01.mse"] == "○ begun, 50% holds, 1 hint taken"
    assert lines["08.checkpoint"] == "not begun"
    assert len(lines) == 20


def test_progress_says_every_time_that_it_cannot_be_written(progress_file, capsys):
    progress_file.parent.write_text("a folder cannot be made below a file")
    kept.change("exercises", "01.forward", checks=1, passed=True)
    capsys.readouterr()
    for _ in range(2):
        progress()
        assert "1 of 20 exercises hold. Next: 01.mse, in 01_one_update. This is kept only until this kernel stops" in capsys.readouterr().out
    progress_file.parent.unlink()
    kept.change("exercises", "01.forward", checks=2)
    progress()
    assert "only until" not in capsys.readouterr().out


def test_this_installation_is_right(capsys):
    installation()
    assert "Everything is here" in capsys.readouterr().out


def test_what_is_missing_is_named_with_the_way_to_repair_it(monkeypatch, capsys):
    def missing():
        raise ModuleNotFoundError("No module named 'anywidget'")

    monkeypatch.setitem(installing.QUESTIONS, "NumPy", missing)
    installation()
    shown = capsys.readouterr().out
    assert "missing  NumPy: ModuleNotFoundError" in shown and "./course lab" in shown
