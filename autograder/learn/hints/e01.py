"""Hints for notebook 01: one update by hand."""

HINTS = {
    "01.forward": (
        "Say it for one row first: with w = 2 and b = 1, what does the line give at x = 3? Now do that for all rows.",
        "NumPy multiplies a whole array by a number in one go, and adds a number to every element. No loop is needed.",
        "One line will do: the slope times `x`, plus the intercept. The result is a new array with one prediction per row.",
    ),
    "01.mse": (
        "Read the name backwards: first the error of each row, then its square, then the mean of them all.",
        "The error is prediction minus truth. Squaring an array squares each element; `np.mean` makes one number of many.",
        "Return one plain number: mean of the squared differences of `y_hat` and `y`. `float(…)` turns NumPy's number into Python's.",
    ),
    "01.gradients": (
        "How does one row's squared error change when its prediction rises a little? And how much does the prediction rise when w does? When b does?",
        "The square gives a factor 2 and the error itself. A step in b moves every prediction by that step; a step in w moves it by x times that step.",
        "Both are means over the rows of 2 · error · something: for `db` the something is 1, for `dw` it is the row's x. Compare with the finite differences of the notebook, sign included.",
    ),
    "01.update": (
        "The gradient points uphill, to where the loss grows. Which way do you want to go?",
        "A step is the learning rate times the gradient. Take it away from each parameter, and from nothing else.",
        "Make two new numbers, one from w and `dw`, one from b and `db`, and return both. What was given to you stays as it is.",
    ),
}
