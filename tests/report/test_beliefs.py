"""What a class believes, counted: now, ever, and from day to day."""

from tests.report.made import line, small_class, work

from autograder.report.beliefs import Belief, ExerciseCount, Hard, beliefs, by_exercise, hardest


def test_a_misconception_given_up_is_counted_as_such():
    data = small_class(
        [
            work("ada", "never-zeroed"),
            work("ben", "never-zeroed", (line(1, "raised"), line(3, "never-zeroed", "two"))),
            work("cem", "", (line(1, "never-zeroed"), line(3, "", "two"))),
        ]
    )
    assert beliefs(data) == (
        ("2026-09-01", "2026-09-03"),
        [
            Belief("never-zeroed", 2, 3, {"05.train": 2}, (2, 2)),
            Belief("raised", 0, 1, {}, (1, 0)),
        ],
    )


def test_a_day_is_counted_at_its_end():
    data = small_class([work("ada", "", (line(1, "raised"), line(1, "")))])
    assert beliefs(data) == (("2026-09-01",), [])


def test_forty_days_at_most_and_the_last_among_them():
    data = small_class([work("ada", "raised", tuple({**line(1, "raised"), "time": f"2026-{month:02}-{day:02}T10"} for month in (1, 2, 3, 4) for day in range(1, 29)))])
    times, _ = beliefs(data)
    assert len(times) <= 40 and times[-1] == "2026-04-28"


def test_stubs_are_counted_apart_from_causes():
    data = small_class([work("ada"), work("ben", "not-attempted"), work("cem", "never-zeroed")])
    assert by_exercise(data) == [ExerciseCount("05.train", 3, 1, 1, (("never-zeroed", 1),))]


def test_the_hardest_is_what_those_who_tried_have_wrong():
    data = small_class([work("ada"), work("ben", "not-attempted"), work("cem", "never-zeroed")])
    assert hardest(data) == [Hard("05.train", "Every update uses its own batch's gradient and nothing older.", 0.5, 2)]
