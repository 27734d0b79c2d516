"""The page: readable without a server, a mouse, a screen or a name."""

import csv
import io
import random
import re
import shutil
from dataclasses import replace
from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from tests.report.made import line, small_class, work
from tests.report.synthetic import made_up_class

from autograder.cli import main
from autograder.grade.class_course import open_course
from autograder.report.alike import Pair
from autograder.report.class_data import Outcome
from autograder.report.names import anonymous, renamed
from autograder.report.page import page
from autograder.report.table import harmless, table

WHEN = datetime(2026, 9, 5, 12)


@pytest.fixture(scope="module")
def data():
    return small_class(
        [
            work("ada"),
            work("ben", "never-zeroed", (line(1, "raised"), line(3, "never-zeroed", "two"))),
            work("cem", "not-attempted"),
            work("dora", ungradable="dora_kent (1).ipynb is no notebook: <script>alert(1)</script>"),
        ]
    )


@pytest.fixture(scope="module")
def soup(data):
    return BeautifulSoup(page(data, [Pair("05_zero_grad", ("ada", "ben"), 20, 0.9)], WHEN), "html.parser")


def test_it_has_a_language_landmarks_and_one_first_heading(soup):
    assert soup.html["lang"] == "en" and soup.title.string == "Class report: course"
    assert [len(soup.find_all(name)) for name in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert all(soup.find(id=section["aria-labelledby"]) for section in soup.find_all("section"))


def test_every_table_says_what_it_is_and_what_heads_what(soup):
    tables = soup.find_all("table")
    assert len(tables) == 6
    assert all(one.caption.get_text(strip=True) for one in tables)
    assert all(head.get("scope") for one in tables for head in one.find_all("th"))
    assert all(row.find("th", scope="row") for one in tables for row in one.tbody.find_all("tr"))


def test_it_fetches_nothing(soup):
    assert not soup.find_all(["link", "img", "iframe"]) and not soup.find_all(src=True)
    assert all(link["href"].startswith("#") for link in soup.find_all("a"))


def test_the_grid_says_what_each_number_means_in_words_too(soup):
    rows = {row.th.string: [cell.get_text() for cell in row.find_all("td")] for row in soup.find("table", class_="grid").tbody.find_all("tr")}
    assert rows == {
        "Ada Name (ada)": ["4", "✓"],
        "Ben Name (ben)": ["4", "1 never-zeroed"],
        "Cem Name (cem)": ["4", "· not-attempted"],
        "Dora Name (dora)": ["! ungradable", "–"],
    }


def test_a_name_in_what_was_asked_is_code():
    asked = replace(work("ada"), outcomes={"01.gradients": Outcome("01.gradients", False, {"dw": False}, ("gradient-scaled",))})
    hardest = BeautifulSoup(page(small_class([asked]), [], WHEN), "html.parser").find(id="hardest")
    assert [one.string for one in hardest.find_all("code")] == ["dw", "w"]


def test_what_a_learner_wrote_cannot_act_on_the_page(soup):
    assert "<script>alert(1)</script>" in soup.find(id="ungradable").get_text()
    assert len(soup.find_all("script")) == 1


def test_time_is_drawn_and_said(soup):
    assert [one["aria-label"] for one in soup.find_all("svg")] == [
        "never-zeroed: 2026-09-01 0, 2026-09-03 1",
        "raised: 2026-09-01 1, 2026-09-03 0",
        "not-attempted: 2026-09-01 1, 2026-09-03 1",
    ]


def test_no_name_is_left_in_an_anonymous_report(data):
    nameless, names = anonymous(data, random.Random(1))
    pairs = renamed([Pair("05_zero_grad", ("ada", "ben"), 20, 0.9)], names)
    shown = page(nameless, pairs, WHEN) + table(nameless)
    assert [name for name in ("ada", "ben", "cem", "dora", "kent") if re.search(rf"\b{name}", shown, re.IGNORECASE)] == []
    assert "is no notebook" in shown and all(f"learner {number}" in shown for number in (1, 2, 3, 4))


def test_the_table_has_a_row_for_each_exercise(data):
    rows = list(csv.DictReader(io.StringIO(table(data))))
    assert [(row["learner"], row["exercise"], row["passed"], row["cause"], row["points"]) for row in rows][1:] == [
        ("Ben Name (ben)", "05.train", "no", "never-zeroed", "4"),
        ("Cem Name (cem)", "05.train", "no", "not-attempted", "4"),
        ("Dora Name (dora)", "", "", "", ""),
    ]


def test_no_cell_of_the_table_is_a_formula():
    assert [harmless(text) for text in ("=1+1", "@x", "fine", -3)] == ["'=1+1", "'@x", "fine", "'-3"]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return made_up_class(tmp_path_factory.mktemp("class"), 12)


def test_the_command_writes_both_files_for_a_gradebook_with_its_records(course, capsys):
    assert main(["report", "--course-dir", str(course)]) == 0
    assert "report.html, and as a table report.csv" in capsys.readouterr().out
    soup = BeautifulSoup((course / "report" / "report.html").read_text(), "html.parser")
    assert soup.header.p.get_text().startswith("12 learners, 96 notebooks graded")
    assert len(soup.find("table", class_="grid").tbody.find_all("tr")) == 12


def test_one_assignment_can_be_asked_for_and_an_unknown_one_is_named(course, capsys):
    assert main(["report", "05_notebook", "--course-dir", str(course), "--anonymous", "--to", str(course / "other")]) == 0
    shown = (course / "other" / "report-anonymous.html").read_text()
    assert "Family" not in shown and "s0001" not in shown and "04_notebook" not in shown
    assert main(["report", "nonsense", "--course-dir", str(course)]) == 1
    assert "no assignment 'nonsense'" in capsys.readouterr().err


def test_marks_are_the_gradebooks(course):
    from autograder.report.reading import read_class
    from nbgrader.api import Gradebook

    data = read_class(open_course(course)[0], ["01_notebook"])
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        entry = book.find_submission("01_notebook", "s0003")
        assert (data.marks["s0003", "01_notebook"].points, data.marks["s0003", "01_notebook"].of) == (pytest.approx(entry.score), 20)


def test_three_hundred_learners_open_at_once(tmp_path):
    """In Chromium: the page of 300 learners and 8 notebooks, sorted and filtered by its own script."""
    if shutil.which("chromium") is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    from playwright.sync_api import sync_playwright
    from tests.report.synthetic import made_up_data

    path = tmp_path / "report.html"
    path.write_text(page(made_up_data(300), [], WHEN))
    assert path.stat().st_size < 1_000_000
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        errors = []
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(path.as_uri())
        took = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        tab.fill("#filter", "never-zeroed")
        shown = tab.text_content("#shown")
        tab.click("table.grid thead tr:last-child th:nth-child(2) button")
        order = tab.evaluate("[...document.querySelectorAll('table.grid tbody tr')].map(row => parseFloat(row.cells[1].textContent))")
        browser.close()
    assert errors == [] and took < 3000
    assert re.fullmatch(r"\d+ of 300 shown", shown) and order == sorted(order)
