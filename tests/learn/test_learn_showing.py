"""What a learner is shown says the same with colour and without, as HTML and as text."""

import re

from autograder.learn import show


def test_every_kind_of_card_has_a_mark_beside_its_colour():
    cards = {kind: show.card(kind, "A title") for kind in show.MARKS}
    assert all(f"{mark} A title" in cards[kind] for kind, mark in show.MARKS.items())
    assert len(set(show.MARKS.values())) == len(show.MARKS)


def test_colours_come_from_the_theme_and_have_a_fallback():
    for kind in show.MARKS:
        for colour in re.findall(r"(?:color|border-left)[^;]*;", show.card(kind, "")):
            assert re.search(r"var\(--jp-[\w-]+, [^)]+\)", colour), colour


def test_titles_and_texts_are_escaped():
    html = show.card("good", "<b>", show.paragraph("a < b & `x < y`"))
    assert "&lt;b&gt;" in html and "a &lt; b &amp; <code>x &lt; y</code>" in html


def test_a_lonely_backtick_stays_a_character():
    assert show.code_marked("`a` and ` b") == "<code>a</code> and ` b"


def test_lists_say_in_words_what_the_marks_say():
    html = show.listing([("good", "One."), ("bad", "Two.")], {"good": "holds", "bad": "not yet"})
    assert "✓ <em>holds</em>: One." in html and "✗ <em>not yet</em>: Two." in html


def test_tables_have_a_caption_and_headers_for_rows_and_columns():
    html = show.table(["name", "value"], [["w", "3"]], "Weights")
    assert '<th scope="col"' in html and '<th scope="row"' in html and "<caption" in html


def test_the_same_table_as_text_is_aligned():
    assert show.text_table(["name", "value"], [["w", "3"], ["intercept", "2"]]) == (
        "name       value\nw          3\nintercept  2"
    )


def test_without_a_notebook_the_text_is_printed(capsys):
    show.publish("<b>x</b>", "x")
    assert capsys.readouterr().out == "x\n"
