"""The class report as one HTML file that fetches nothing."""

from datetime import datetime
from pathlib import Path

from autograder.report.alike import Pair
from autograder.report.class_data import ClassData
from autograder.report.view import view

PARTS = Path(__file__).parent / "page"


def page(data: ClassData, pairs: list[Pair], when: datetime) -> str:
    """The whole page. pairs: as `alike` finds them, with the learners' ids of `data`."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    from autograder.report.marked import backticks

    shown = view(data, pairs, when)
    for row in shown["beliefs"]:
        row["spark"] = Markup(row["spark"])
    environment = Environment(loader=FileSystemLoader(PARTS), autoescape=True, trim_blocks=True)
    environment.filters["backticks"] = backticks
    parts = {name: Markup((PARTS / file).read_text()) for name, file in (("css", "report.css"), ("script", "report.js"))}
    return environment.get_template("report.html.j2").render(**shown, **parts)
