"""The static copy: pages that need no kernel, no script and no other file, and lead to one another."""

import re
from html.parser import HTMLParser

import pytest
from small_course import NAME, TEXT

from autograder.build.formulas import with_mathml
from autograder.cli import main

OTHER = TEXT.replace("# # Count", "# # And *on*\n#\n# What $n$ means. See [count](../01_count/01_count.ipynb).")


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def named(self, name):
        return [attributes for tag, attributes in self.found if tag == name]


@pytest.fixture(scope="module")
def site(built):
    """File name -> text, of a site of two notebooks."""
    (built.root / "solutions" / "02_and_on.py").write_text(OTHER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(built.root)
        assert built.build("02", "--no-execute") == 0
        assert main(["site", "--to", "site"]) == 0
    return {path.name: path.read_text(encoding="utf-8") for path in (built.root / "site").iterdir()}


def test_there_is_a_page_for_each_notebook_and_one_that_leads_to_them(site):
    assert set(site) == {"index.html", f"{NAME}.html", "02_and_on.html"}
    assert [link["href"] for link in Tags(site["index.html"]).named("a")] == [f"{NAME}.html", "02_and_on.html"]
    assert "What n means." in site["index.html"]


def test_every_link_within_the_site_leads_somewhere(site):
    for text in site.values():
        links = [link["href"] for link in Tags(text).named("a") if "://" not in link["href"]]
        assert {link for link in links if not link.startswith("#")} <= set(site)


def test_pages_lead_to_their_neighbours_and_links_between_notebooks_become_links_between_pages(site):
    first, second = (Tags(site[name]).named("a") for name in (f"{NAME}.html", "02_and_on.html"))
    assert [link["href"] for link in first if link.get("rel") == "next"] == ["02_and_on.html"] * 2
    assert [link["href"] for link in second if link.get("rel") == "prev"] == [f"{NAME}.html"] * 2
    assert f"{NAME}.html" in [link["href"] for link in second if "rel" not in link]


def test_pages_fit_a_phone_and_tell_a_search_engine_what_they_are(site):
    for text in site.values():
        metas = {one.get("name"): one.get("content") for one in Tags(text).named("meta")}
        assert "width=device-width" in metas["viewport"] and metas["description"] is not None
        assert Tags(text).named("html")[0]["lang"] == "en"


def test_no_page_asks_for_a_script_or_for_another_machine(site):
    for text in site.values():
        tags = Tags(text)
        assert tags.named("script") == [] and tags.named("link") == []
        assert [one["src"] for one in tags.named("img") if not one["src"].startswith("data:")] == []


def test_formulas_are_mathml_and_code_keeps_its_dollars(site):
    assert [math.get("display") for math in Tags(site["02_and_on.html"]).named("math")] == ["inline"]
    assert "<math" not in site[f"{NAME}.html"]
    assert with_mathml("`$x$` and\n```\n$y$ $z$\n```\n") == "`$x$` and\n```\n$y$ $z$\n```\n"
    assert with_mathml("$$a\n+ b$$").startswith('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">')


def test_worked_code_is_folded_away_and_hidden_tests_are_left_out(site):
    text = re.sub(r"<[^>]+>", "", site[f"{NAME}.html"])
    assert "One way to write it" in text and "return" in text
    assert "HIDDEN" not in text and "SOLUTION" not in text and "prove" not in text


def test_before_a_build_it_says_what_to_do(course, capsys):
    assert main(["site", "--to", "site"]) == 1
    assert "run autograder build first" in capsys.readouterr().err
