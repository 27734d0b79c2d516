"""The guide: its commands exist with their options, its links and places lead somewhere, every code has its words."""

import re
import subprocess
import sys
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


def test_every_place_it_names_is_there():
    named = set(re.findall(r"`((?:tests|solutions|autograder|notebooks)/[\w./]*\w)`", GUIDE)) | set(re.findall(r"(tests/bank/\S+\.py)", GUIDE))
    assert [place for place in sorted(named) if not re.search("eNN|CODE", place) and not (ROOT / place).exists()] == []


def test_every_code_has_words_for_the_report():
    assert {path.name for path in (ROOT / "tests" / "bank" / "wrong").iterdir() if path.is_dir() and path.name != "__pycache__"} <= WORDS.keys()
