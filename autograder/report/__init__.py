"""What came of a class, for the people who teach it and for those who learn: report, feedback, exports."""


def use_findings(config) -> None:
    """Let nbgrader's feedback pages say what a learner's code did, beside that code. In `nbgrader_config.py`:

        c = get_config()
        from autograder.report import use_findings
        use_findings(c)

    `nbgrader generate_feedback` and formgrader then use it. Hidden tests stay hidden, unless
    `c.HideTests.hide = False`; stock nbgrader shows them.
    """
    from nbgrader.preprocessors import GetGrades

    from autograder.report.feedback import FindingsExporter
    from autograder.report.feedback_steps import FindingsBesideCode, HideTests

    config.GenerateFeedback.exporter_class = FindingsExporter
    config.GenerateFeedback.preprocessors = [GetGrades, FindingsBesideCode, HideTests]
