"""Pairs that are alike: whatever the names, and only in what is rare."""

import random

from tests.report.made import small_class, work
from tests.report.synthetic import code

from autograder.report.alike import alike, fingerprints, tokens


def class_of(*cells, released=()):
    return small_class([work(f"s{number}", cells=(cell,)) for number, cell in enumerate(cells)], released)


def codes(count, seed=0):
    chance = random.Random(seed)
    return [code(chance) for _ in range(count)]


def test_names_text_comments_and_layout_play_no_part():
    one = "def train(x, y):  # mine\n    total = x + y\n    return total.sum('a') * f(total, x, y, 3)\n"
    other = "def learn(a,   b):\n\n    s = a + b  # yours\n    return s.sum('other words') * g(s, a, b, 3)\n"
    assert tokens(one) == tokens(other)
    assert fingerprints(one) == fingerprints(other) != frozenset()


def test_what_cannot_be_read_to_its_end_counts_as_far_as_it_can():
    assert fingerprints("a = (1 + 2 + 3 + 4 + 5 + 6 + 7 +") and fingerprints("x = '''") == frozenset()


def test_two_that_share_a_rare_text_under_other_names_are_found():
    first, *rest = codes(12)
    copied = first.replace("x", "value").replace("b", "beta")
    pairs = alike(class_of(first, copied, *rest))
    assert [(pair.learners, pair.share) for pair in pairs] == [(("s0", "s1"), 1.0)]


def test_a_copy_of_the_release_is_no_copy_of_a_neighbour():
    text = codes(1)[0]
    assert alike(class_of(text, text, *codes(5, seed=3), released=(text,))) == []


def test_what_many_write_anyway_is_not_suspicious():
    usual = codes(1)[0]
    assert alike(class_of(*[usual] * 5, *codes(5, seed=3))) == []
