"""Grading: learners' code run contained, its observations judged outside."""


def use_sandbox(config) -> None:
    """Let nbgrader run submissions in the sandbox. In a course's `nbgrader_config.py`:

        c = get_config()
        from autograder.grade import use_sandbox
        use_sandbox(c)

    `nbgrader autograde`, formgrader and `autograder grade` then use it. Options as ever, on `c.SandboxExecute`.
    """
    from nbgrader.converters.autograde import Autograde
    from nbgrader.preprocessors import ClearOutput, Execute

    from autograder.grade.executor import SandboxExecute
    from autograder.grade.mend import MendNotebook

    traits = Autograde.class_traits()
    cleaning = traits["sanitize_preprocessors"].make_dynamic_default()
    grading = traits["autograde_preprocessors"].make_dynamic_default()
    cleaning.insert(cleaning.index(ClearOutput) + 1, MendNotebook)
    config.Autograde.sanitize_preprocessors = cleaning
    config.Autograde.autograde_preprocessors = [SandboxExecute if step is Execute else step for step in grading]
