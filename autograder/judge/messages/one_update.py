"""What is said about the four functions of one update: prediction, loss, derivatives, step."""

from autograder.judge.messages.words import times


def intercept_missing(got: float, wanted: float) -> str:
    """got, wanted: the first prediction, here and where it should be."""
    return (
        f"Prediction 1 is {got:.4g}, and should be {wanted:.4g}; all others are off by the same amount, which is b. "
        "The intercept lifts the whole line, so it is part of every prediction. "
        "Ask your function for x = 0: what should come out?"
    )


def loss_scaled(factor: float, n: int) -> str:
    """factor: the loss that came back, over the mean squared error of the n rows."""
    why = f" That is the sum over the {n} rows, and the mean is asked." if n > 1 and abs(factor - n) < 1e-6 * n else ""
    return (
        f"For {n} rows your loss is {times(factor)} the mean squared error.{why} "
        "Only the mean stays comparable between a large batch and a small one. "
        "Work it out by hand for two rows and compare."
    )


def derivative_scaled(what: str, factor: float, n: int) -> str:
    """what: such as 'dw is'; factor: over the right derivative, on n rows."""
    why = f" A sum over the {n} rows stands where their mean is asked." if n > 1 and abs(factor - n) < 1e-6 * n else ""
    return (
        f"{what} {times(factor)} the right size, though the direction is right.{why} "
        "The derivative of a square brings down a factor of 2, and the mean divides by the number of rows, each exactly once. "
        "Compare with a finite difference: nudge the weight a little and see how much the loss changes."
    )


def factor_in_derivative(which: str, what: str) -> str:
    return (
        f"{which} {what}. "
        "When w changes, a prediction changes by its x; when b changes, every prediction changes by the same. "
        "Nudge one weight a little, see how much the loss changes, and compare."
    )


def derivative_sign(which: str | None) -> str:
    """which: "dw" or "db", or None for both."""
    return (
        f"{which or 'Both derivatives'} {'has' if which else 'have'} the right size and the opposite sign. "
        "A derivative says how the loss changes when the weight grows, and the step that goes against it comes later. "
        "Check from which side the error is measured: prediction minus target, or target minus prediction."
    )


def step_uphill(which: str | None = None) -> str:
    return (
        f"{which or 'The step'} went along the gradient, so the loss grows. "
        "The gradient points to where the loss rises fastest, and downhill is the other way. "
        "Try it with a positive derivative: should that weight grow or shrink?"
    )


def rate_lost() -> str:
    return (
        "Your step is the whole gradient, whatever the learning rate. "
        "The learning rate says which share of the gradient one step takes. "
        "Look at which of your arguments is never used."
    )


def step_scaled(factor: float) -> str:
    return (
        f"Your step is {times(factor)} what it should be. "
        "A step is the learning rate times the gradient: each of them once, and nothing else. "
        "Try it with lr = 0.1 and a derivative of 1."
    )


def step_missing() -> str:
    return (
        "The weights came back as they went in. "
        "Knowing the gradient changes nothing by itself: the step uses it to make new weights. "
        "Look at what you return, and whether it is the old or the new."
    )


def swapped(one: str, other: str) -> str:
    return f"The numbers fit if {one} and {other} change places. Each has its own role, and the order in which they come is part of what is asked. Check which is which, where they come in and where they go out."


def shape_kept(got: tuple[int, ...], wanted: tuple[int, ...]) -> str:
    return (
        f"The numbers are right and their shape is {tuple(got)}, where {tuple(wanted)} is asked. "
        "A dimension too many goes unnoticed here, and later makes every row meet every other. "
        "Print the shape of what came in and of what goes out."
    )


def means_multiplied() -> str:
    return (
        "dw is the mean of x times the mean of the errors, where the mean of their products is asked, row by row. "
        "A column of x against a row of errors comes to the same: every x then meets every error. "
        "Try it with two rows by hand, and print the shapes on the way."
    )
