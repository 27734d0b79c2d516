"""The four buttons, against torch where it has a word to say."""

from functools import reduce

import pytest
import torch

from autograder.labs.line import Line
from autograder.labs.press_backward import since_again
from autograder.labs.pressed import Pressed, press

X, Y = torch.tensor([1.0, 2.0, 3.0, 4.0]), torch.tensor([2.0, 1.0, 5.0, 3.0])
MEANS = Line(X.numpy().astype(float), Y.numpy().astype(float)).batch_means(2)


def pressed(*verbs: str, lr: float = 0.1) -> Pressed:
    return reduce(lambda state, verb: press(state, verb, MEANS, lr), verbs, Pressed())


def in_torch(*verbs: str, lr: float = 0.1):
    w, b = torch.zeros((), requires_grad=True), torch.zeros((), requires_grad=True)
    optimizer, batch, loss = torch.optim.SGD([w, b], lr=lr), -1, None
    for verb in verbs:
        if verb == "forward":
            batch = (batch + 1) % 2
            rows = slice(2 * batch, 2 * batch + 2)
            loss = ((w * X[rows] + b - Y[rows]) ** 2).mean()
        elif verb == "backward":
            loss.backward()
        else:
            getattr(optimizer, verb)()
    return (w.item(), b.item()), None if w.grad is None else (w.grad.item(), b.grad.item())


@pytest.mark.parametrize("verbs", [
    "forward backward step zero_grad forward backward step",
    "forward backward forward backward step",
    "forward step backward step",
    "forward backward zero_grad step",
    "forward backward step step",
])  # fmt: skip
def test_buttons_do_what_torch_does(verbs):
    state = pressed(*verbs.split())
    weights, grad = in_torch(*verbs.split())
    assert state.weights == pytest.approx(weights, rel=1e-5)
    assert state.grad == (None if grad is None else pytest.approx(grad, rel=1e-5))


def test_two_backwards_without_zero_grad_add_up():
    one, two = pressed("forward", "backward"), pressed("forward", "backward", "forward", "backward")
    assert two.grad == pytest.approx((one.grad[0] + two.own[0], one.grad[1] + two.own[1]))
    assert two.counted == 2


def test_backward_without_a_graph_changes_nothing_and_says_so():
    state = pressed("forward", "backward", "backward")
    assert state.grad == pressed("forward", "backward").grad
    assert "Press forward first" in state.log[-1][1]


def test_zero_grad_empties_the_gradient_and_leaves_the_weights():
    state = pressed("forward", "backward", "step", "zero_grad")
    assert state.grad is None
    assert state.weights == pressed("forward", "backward", "step").weights


def test_start_again_forgets_what_was_before():
    assert since_again(["forward", "again", "backward", "again", "step"]) == ["step"]
    assert since_again(["forward", "again"]) == []
    assert since_again(["forward"]) == ["forward"]
