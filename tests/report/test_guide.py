"""The guide: its commands exist with their options, its links and places lead somewhere, every code has its words."""

import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.report.codes import WORDS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "autograder" / "guide.md").read_text()
COMMANDS = sorted(set(re.findall(r"^(?:autograder|\./course) (\w+)(.*?)(?:  #.*)?$", GUIDE, re.MULTILINE)))


@pytest.mark.parametrize("word", sorted({word for word, _ in COMMANDS}))
def test_every_command_has_the_options_that_are_shown(word):
    said = subprocess.run([sys.executable, "-c", f"from autograder.cli import main; main([{word!r}, '--help'])"], capture_output=True, text=True)
    options = {option for name, rest in COMMANDS if name == word for option in re.findall(r"--[\w-]+", rest)}
    assert [option for option in options if option not in said.stdout] == []


def test_no_command_of_nbgraders_is_one_that_only_says_that_it_is_gone():
    shown = set(re.findall(r"^(?:for .* do )?nbgrader (\w+)", GUIDE, re.MULTILINE))
    assert {"collect", "zip_collect", "release_feedback", "export"} <= shown and "formgrade" not in shown


def test_a_zip_file_out_of_canvas_is_collected_as_shown(tmp_path):
    archive = tmp_path / "class" / "downloaded" / "05_zero_grad" / "archive"
    archive.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    with zipfile.ZipFile(archive / "submissions.zip", "w") as zipped:
        for name in ("novakada_4711_98_05_zero_grad.ipynb", "duarteines_LATE_4712_99_05_zero_grad-1.ipynb"):
            zipped.writestr(name, name)
    [line] = re.findall("^nbgrader (zip_collect .*)", GUIDE, re.MULTILINE)
    subprocess.run([sys.executable, "-m", "nbgrader", *shlex.split(line)], cwd=tmp_path, check=True, capture_output=True)
    found = {path.relative_to(tmp_path / "class" / "submitted").as_posix(): path.read_text() for path in tmp_path.glob("class/submitted/*/*/*")}
    assert found == {
        "novakada/05_zero_grad/05_zero_grad.ipynb": "novakada_4711_98_05_zero_grad.ipynb",
        "duarteines/05_zero_grad/05_zero_grad.ipynb": "duarteines_LATE_4712_99_05_zero_grad-1.ipynb",
    }


def test_every_place_it_names_is_there():
    named = set(re.findall(r"`((?:tests|solutions|autograder|notebooks)/[\w./]*\w)`", GUIDE)) | set(re.findall(r"(tests/bank/\S+\.py)", GUIDE))
    assert [place for place in sorted(named) if not re.search("eNN|CODE", place) and not (ROOT / place).exists()] == []


def test_every_code_has_words_for_the_report():
    assert {path.name for path in (ROOT / "tests" / "bank" / "wrong").iterdir() if path.is_dir() and path.name != "__pycache__"} <= WORDS.keys()
