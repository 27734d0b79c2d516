"""What is said about a scalar autograd, and about torch tensors trained without an optimizer."""

from autograder.judge.messages.words import number


def value_data(expression: str, got: float, wanted: float) -> str:
    return (
        f"For {expression} the `.data` of the result is {number(got)}, and should be {number(wanted)}. "
        "Before any gradient, a Value is just the number that Python would have worked out. "
        "Look at what your operations put into the new Value."
    )


def value_no_gradient() -> str:
    return (
        "After backward the `.grad` of some inputs was still empty. "
        "The result has to remember what it was made of, so that backward can go from it to its inputs. "
        "Follow backward from the result, and look at where it stops."
    )


def value_reuse(expression: str, name: str, got: float, wanted: float) -> str:
    return (
        f"For {expression} the gradient of {name} is {number(got)}, and should be {number(wanted)}. "
        f"{name} has an influence along more than one path, and each path has its share in the gradient; here some of them are lost, or counted before they are complete. "
        "Look at what happens to a gradient that is already there when the next share arrives."
    )


def value_second_graph(expression: str, name: str, got: float, wanted: float) -> str:
    return (
        f"After a second graph, {expression}, the gradient of {name} is {number(got)}, and should be {number(wanted)}: the first graph's share belongs to it. "
        "Gradients stay until somebody resets them, and a new backward adds to them, as in PyTorch. "
        "Look at whether your backward starts by wiping what it finds."
    )


def value_gradient(expression: str, name: str, got: float, wanted: float) -> str:
    return (
        f"For {expression} the gradient of {name} is {number(got)}, and should be {number(wanted)}. "
        "A sum hands its gradient on as it is; a product hands each side the gradient times the other side. "
        "Nudge that input a little, see how much the result moves, and compare."
    )


def value_twice() -> str:
    return (
        "Every gradient is twice what it should be. "
        "One backward goes along each connection of the graph once, starting from 1 at the result. "
        "Count how often each node passes its gradient on."
    )


def own_copies() -> str:
    return (
        "Your losses are those of a right loop, but the tensors that you were given ended where they started. "
        "A line like `w = …` makes a new tensor and gives it the old name; the caller still holds the old one. "
        "Look at whether your update changes the tensor itself, or only what your name for it means."
    )
