"""nbgrader's feedback page with the findings: what a learner reads, and what nobody may find in it."""

import os

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from tests.grade.conftest import CONFIG, RIGHT, WRONG, Course, cell

from autograder.report.feedback import FindingsExporter
from autograder.report.feedback_steps import FindingsBesideCode, HideTests
from autograder.report.harmless import clean_html, show

FEEDBACK = CONFIG + "from autograder.report import use_findings\nuse_findings(c)\n"
EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>x</a><svg onload=alert(4)></svg>"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """ada is right; wim ends every epoch after its first batch; eve writes what should not act."""
    made = Course(tmp_path_factory.mktemp("feedback"), FEEDBACK)
    made.submit_code("ada", RIGHT)
    made.submit_code("wim", WRONG)
    made.submit_code("eve", WRONG, change=evil)
    status, said = made.grade()
    assert status == 0, said
    made.nbgrader("generate_feedback", "small")
    return made


def evil(notebook):
    notebook.cells.insert(0, new_markdown_cell(EVIL))
    notebook.cells.insert(1, new_code_cell(f"from IPython.display import HTML, display\nprint({EVIL!r})\ndisplay(HTML({EVIL!r}))"))


def soup_of(course, student):
    path = course.root / "feedback" / student / "small" / "small.html"
    return BeautifulSoup(path.read_text(), "html.parser")


def test_what_to_change_stands_first_and_beside_the_code_with_its_picture(course):
    soup = soup_of(course, "wim")
    link = soup.find(id="change").find("a")
    assert link.string == "02.train: one-batch-per-epoch"
    place = soup.find(id=link["href"].removeprefix("#")).find_parent(class_="cell")
    assert "def train" in place.find(class_="highlight").get_text()
    finding = place.find(class_="finding")
    assert finding.find("figure").find("svg")["role"] == "img"
    assert "Marked: one-batch-per-epoch" in finding.figcaption.get_text()
    assert "not yet: Every epoch makes one update per batch" in " ".join(finding.find("ul").get_text().split())


def test_right_work_is_told_so(course):
    soup = soup_of(course, "ada")
    assert "Everything holds" in soup.find(id="change").get_text()
    assert soup.find(class_="score").get_text(" ", strip=True) == "6 of 6 points"


def test_the_page_has_a_language_landmarks_and_headings(course):
    soup = soup_of(course, "wim")
    assert soup.html["lang"] == "en" and soup.title.string == "Feedback: small"
    assert [len(soup.find_all(name)) for name in ("header", "main", "footer", "h1")] == [1] * 4
    assert all(soup.find(id=one["aria-labelledby"]) for one in soup.find_all("section"))
    ids = [one["id"] for one in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_hidden_tests_stay_hidden(course):
    text = str(soup_of(course, "wim"))
    assert "secret-hidden-line" not in text and "prove(" not in text and "HIDDEN" not in text


def test_a_learners_output_is_shown_and_cannot_act(course):
    soup = soup_of(course, "eve")
    assert "alert(2)" in soup.find("pre", class_="said").get_text()
    assert [one for one in soup.find_all("script") if "MathJax" not in str(one)] == []
    assert [name for one in soup.find_all(True) for name in one.attrs if name.startswith("on")] == []
    assert [one["href"] for one in soup.find_all("a") if not one.get("href", "#").startswith("#")] == []


def test_manual_comments_and_late_penalties_are_said(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        book.find_comment("train", "small", "small", "wim").manual_comment = "Look at *where* the loop ends."
        book.find_submission_notebook("small", "small", "wim").late_submission_penalty = 0.5
        book.db.commit()
    course.nbgrader("generate_feedback", "small", "--force", "--student", "wim")
    soup = soup_of(course, "wim")
    assert soup.find(class_="comment").em.string == "where"
    assert "after 0.5 taken off for being late" in " ".join(soup.find(class_="score").get_text().split())


def test_a_notebook_of_stock_nbgrader_has_a_page_too():
    nb = new_notebook(cells=[new_code_cell("1 / 0", outputs=[new_output("error", ename="E", evalue="v", traceback=["secret"])])])
    marks = {"grade": True, "solution": False, "grade_id": "t", "score": 0, "points": 1, "locked": True, "schema_version": 3, "task": False}
    nb.cells[0].metadata["nbgrader"] = NotebookNode(marks)
    resources = {"nbgrader": {"notebook": "n", "score": 0, "max_score": 1, "late_penalty": 0}}
    nb, _ = FindingsBesideCode().preprocess(nb, resources)
    page, _ = FindingsExporter().from_notebook_node(nb, resources)
    assert "See the marks and comments below" in page and "secret" in page


def test_an_error_of_a_cell_with_hidden_tests_quotes_nothing_of_it():
    source = "assert x\n### BEGIN HIDDEN TESTS\nassert x == 42\n### END HIDDEN TESTS"
    error = new_output("error", ename="AssertionError", evalue="", traceback=["----> assert x == 42"])
    nb = new_notebook(cells=[new_code_cell(source, outputs=[error])])
    HideTests().preprocess(nb, {})
    assert "42" not in nbformat.writes(nb) and "assert x" in nb.cells[0].source
    unclosed = new_notebook(cells=[new_code_cell(source.replace("### END HIDDEN TESTS", ""))])
    HideTests().preprocess(unclosed, {})
    assert unclosed.cells[0].source == "assert x"


def test_hidden_tests_are_shown_when_a_course_says_so():
    nb = new_notebook(cells=[new_code_cell("### BEGIN HIDDEN TESTS\nassert x == 42\n### END HIDDEN TESTS")])
    HideTests(hide=False).preprocess(nb, {})
    assert "42" in nb.cells[0].source


def test_the_finding_goes_to_the_last_cell_that_defines_the_name():
    verdict = {"exercise": "02.train", "passed": False, "score": 0, "properties": {"losses": False}, "findings": [{"code": "raised", "message": "m"}]}
    test = new_code_cell("train()", metadata={"nbgrader": {"grade": True, "solution": False}, "autograder": {"verdicts": [verdict]}})
    nb = new_notebook(cells=[new_code_cell("def train(): 1"), new_code_cell("def train(): 2"), new_code_cell("x = train"), test])
    FindingsBesideCode().preprocess(nb, {})
    assert ["findings" in one.metadata for one in nb.cells] == [False, True, False, False]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<b onclick='x()'>fat</b>", "<b>fat</b>"),
        ("<a href='data:text/html,x'>x</a>", "<a>x</a>"),
        ("<a href='https://x.org'>x</a>", '<a href="https://x.org">x</a>'),
        ("<style>body{}</style>p", "p"),
        ("<h1>Title</h1>", "<h3>Title</h3>"),
        ("<img src='https://x.org/i.png'>", '<img alt="a picture of the notebook">'),
    ],
)
def test_only_what_is_harmless_is_left(html, left):
    assert clean_html(html) == left


def test_an_svg_comes_as_an_image():
    shown = show({"output_type": "display_data", "data": {"image/svg+xml": "<svg onload='x()'/>"}})
    assert shown.startswith('<img src="data:image/svg+xml;base64,') and "onload" not in shown


def test_formgraders_own_pages_are_left_alone():
    from traitlets.config import Config

    from autograder.report import use_findings

    config = Config()
    use_findings(config)
    assert "HTMLExporter" not in config and os.fspath(config.GenerateFeedback.exporter_class.__name__) == "FindingsExporter"
