"""The README: its picture and its links lead somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def test_every_relative_link_and_picture_is_there():
    places = re.findall(r'\]\((?!https?:)([^)#]+)\)|src="(?!https?:)([^"]+)"', README)
    missing = [place for place in (one or other for one, other in places) if not (ROOT / place).exists()]
    assert missing == []


def test_every_command_shown_exists():
    from autograder.cli import COMMANDS

    words = {word for word in re.findall(r"^\./course (\w+)", README, re.MULTILINE)}
    assert words - {"lab", "test"} - COMMANDS.keys() == set()
