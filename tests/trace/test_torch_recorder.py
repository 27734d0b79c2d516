"""Recording a torch loop: what is seen, and that nothing is changed or left behind."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.optim import optimizer as torch_optimizer
from torch.utils.data import DataLoader, TensorDataset

from autograder.trace import Event, Trace
from autograder.trace.torch_recorder import record_torch

N, BATCH = 12, 4


def data():
    generator = torch.Generator().manual_seed(3)
    x = torch.randn(N, 1, dtype=torch.float64, generator=generator)
    return x, 3 * x + 2


def arguments(optimizer=torch.optim.SGD, **options):
    torch.manual_seed(1)
    model = nn.Linear(1, 1).double()
    x, y = data()
    return model, optimizer(model.parameters(), **{"lr": 0.05, **options}), nn.MSELoss(), x, y


def batches(x, y):
    return zip(x.split(BATCH), y.split(BATCH))


def right(model, optimizer, loss_fn, x, y, epochs=2):
    losses = []
    for _ in range(epochs):
        for xb, yb in batches(x, y):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def never_zeroed(model, optimizer, loss_fn, x, y):
    for xb, yb in batches(x, y):
        loss_fn(model(xb), yb).backward()
        optimizer.step()


def test_a_right_loop_makes_three_updates_per_epoch_from_fresh_gradients():
    trace = record_torch(right, arguments(), {})
    assert trace.updates_per_epoch == [3, 3]
    assert trace.rows_per_epoch == [N, N]
    assert [rows.tolist() for rows in trace.rows[:3]] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    assert np.array_equal(trace.fresh, trace.stood)
    assert trace.losses.tolist() == trace.result
    assert trace.order == (
        ("forward", "loss", "backward", "step"),
        *[("zero_grad", "forward", "loss", "backward", "step")] * 5,
        (),
    )


def test_two_backwards_without_zero_grad_add_up():
    trace = record_torch(never_zeroed, arguments(), {})
    assert np.allclose(trace.stood, np.cumsum(trace.fresh, axis=0), rtol=1e-12)
    assert np.allclose(trace.stale[1], trace.fresh[0], rtol=1e-12)


def layers(dtype):
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(1, 3), nn.Tanh(), nn.Linear(3, 1)).to(dtype)


def zeroed_in_place(model, optimizer, loss_fn, x, y):
    for xb, yb in batches(x, y):
        optimizer.zero_grad(set_to_none=False)
        loss_fn(model(xb), yb).backward()
        optimizer.step()


def asked_for(model, optimizer, loss_fn, x, y):
    for xb, yb in batches(x, y):
        gradients = torch.autograd.grad(loss_fn(model(xb), yb), list(model.parameters()))
        for parameter, gradient in zip(model.parameters(), gradients):
            parameter.grad = gradient
        optimizer.step()


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32])
@pytest.mark.parametrize("train", [right, never_zeroed, zeroed_in_place, asked_for])
def test_the_fresh_gradient_is_the_batchs_own_to_the_last_bit(train, dtype):
    model, loss_fn = layers(dtype), nn.MSELoss()
    x, y = (each.to(dtype) for each in data())
    trace = record_torch(train, (model, torch.optim.SGD(model.parameters(), lr=0.05), loss_fn, x, y), {})
    again = layers(dtype)
    for rows, weights, fresh in zip(trace.rows, trace.weights, trace.fresh):
        nn.utils.vector_to_parameters(torch.tensor(weights, dtype=dtype), again.parameters())
        gradients = torch.autograd.grad(loss_fn(again(x[rows]), y[rows]), list(again.parameters()))
        assert np.array_equal(fresh, torch.cat([each.reshape(-1) for each in gradients]).double().numpy())


def test_parameters_of_several_dtypes_are_told_each_in_its_own_numbers():
    class Mixed(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.full((2,), 0.1))
            self.b = nn.Parameter(torch.tensor(0.1, dtype=torch.float64))

        def forward(self, x):
            return x * self.w.sum() + self.b

    model = Mixed()
    trace = record_torch(right, (model, torch.optim.SGD(model.parameters(), lr=0.1), nn.MSELoss(), *data()), {"epochs": 1})
    assert trace.weights[0].tolist() == [np.float32(0.1), np.float32(0.1), 0.1]
    assert trace.weights[-1].tolist() == [*model.w.detach().double().tolist(), model.b.item()]


def test_a_sparse_gradient_is_seen_whole():
    model = nn.Embedding(4, 2, sparse=True)
    before = model.weight.detach().clone()

    def train(model, optimizer, words):
        model(words).sum().backward()
        optimizer.step()

    trace = record_torch(train, (model, torch.optim.SGD(model.parameters(), lr=0.5), torch.tensor([1, 3, 3])), {})
    assert trace.stood[0].tolist() == [0, 0, 1, 1, 0, 0, 2, 2]
    assert np.array_equal(trace.weights[1].reshape(4, 2), before - 0.5 * trace.stood[0].reshape(4, 2))


def test_a_batch_of_numbers_that_numpy_does_not_know_is_found_all_the_same():
    def train(model, optimizer, loss_fn, x, y):
        loss_fn(model(x[4:8].bfloat16()), y[4:8]).backward()
        optimizer.step()

    class Converting(nn.Linear):
        def forward(self, x):
            return super().forward(x.double())

    model = Converting(1, 1).double()
    x = torch.arange(12, dtype=torch.float64).reshape(12, 1)
    trace = record_torch(train, (model, torch.optim.SGD(model.parameters(), lr=0.1), nn.MSELoss(), x, 3 * x), {})
    assert trace.rows[0].tolist() == [4, 5, 6, 7]


def test_weights_move_by_the_rate_times_the_gradient_that_stood():
    trace = record_torch(never_zeroed, arguments(), {})
    assert np.allclose(np.diff(trace.weights, axis=0), -0.05 * trace.stood, rtol=1e-12)


@pytest.mark.parametrize(
    ("optimizer", "options"),
    [
        (torch.optim.SGD, {}),
        (torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
        (torch.optim.Adam, {"weight_decay": 0.1}),
        (torch.optim.AdamW, {}),
        (torch.optim.RMSprop, {}),
        (torch.optim.Adagrad, {}),
        (torch.optim.NAdam, {}),
        (torch.optim.Rprop, {}),
    ],
)
def test_recording_changes_nothing_to_the_last_bit(optimizer, options):
    bare, recorded = arguments(optimizer, **options), arguments(optimizer, **options)
    losses = right(*bare)
    trace = record_torch(right, recorded, {})
    assert trace.result == losses
    assert [torch.equal(a, b) for a, b in zip(bare[0].parameters(), recorded[0].parameters())] == [True, True]


def test_a_closure_steps_once_per_batch():
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):

            def closure():
                optimizer.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                return loss

            optimizer.step(closure)

    trace = record_torch(train, arguments(), {})
    assert trace.updates_per_epoch == [3]
    assert np.array_equal(trace.fresh, trace.stood)


def test_lbfgs_is_seen_as_one_update_per_step():
    def train(model, optimizer, loss_fn, x, y):
        def closure():
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            return loss

        for _ in range(3):
            optimizer.step(closure)

    model, _, loss_fn, x, y = arguments()
    trace = record_torch(train, (model, torch.optim.LBFGS(model.parameters(), max_iter=4), loss_fn, x, y), {})
    assert len(trace) == 3


def zero_to_none(model, optimizer):
    optimizer.zero_grad(set_to_none=True)


def zero_to_zeros(model, optimizer):
    optimizer.zero_grad(set_to_none=False)


def zero_the_model(model, optimizer):
    model.zero_grad()


def zero_by_assignment(model, optimizer):
    for parameter in model.parameters():
        parameter.grad = None


def zero_in_place(model, optimizer):
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter.grad.zero_()


def zero_the_data(model, optimizer):
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter.grad.data.zero_()


@pytest.mark.parametrize(
    "reset", [zero_to_none, zero_to_zeros, zero_the_model, zero_by_assignment, zero_in_place, zero_the_data]
)
def test_any_way_to_reset_is_seen_where_it_stands(reset):
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):
            loss = loss_fn(model(xb), yb)
            reset(model, optimizer)
            loss.backward()
            optimizer.step()

    trace = record_torch(train, arguments(), {})
    assert trace.order[1:] == (("forward", "loss", "zero_grad", "backward", "step"),) * 2 + ((),)


def test_a_reset_between_backward_and_step_is_seen_there():
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):
            loss_fn(model(xb), yb).backward()
            optimizer.zero_grad()
            optimizer.step()

    trace = record_torch(train, arguments(), {})
    assert trace.order[0] == ("forward", "loss", "backward", "zero_grad", "step")
    assert not trace.stood.any()


def test_what_autograd_grad_hands_out_needs_no_reset():
    def train(model, optimizer, loss_fn, x, y):
        parameters = list(model.parameters())
        for xb, yb in batches(x, y):
            gradients = torch.autograd.grad(loss_fn(model(xb), yb), parameters)
            for parameter, gradient in zip(parameters, gradients):
                parameter.grad = gradient
            optimizer.step()

    trace = record_torch(train, arguments(), {})
    assert trace.order[0] == trace.order[1] == ("forward", "loss", "backward", "step")
    assert np.allclose(trace.stood, trace.fresh)


def test_what_autograd_grad_hands_out_and_nobody_takes_reached_no_update():
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):
            torch.autograd.grad(loss_fn(model(xb), yb), list(model.parameters()))
            optimizer.step()

    trace = record_torch(train, arguments(), {})
    assert trace.order[0] == ("forward", "loss", "backward", "step")
    assert not trace.stood.any() and not np.nan_to_num(trace.fresh).any()


def test_updates_by_hand_are_updates():
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):
            model.zero_grad()
            loss_fn(model(xb), yb).backward()
            for parameter in model.parameters():
                parameter.data -= 0.05 * parameter.grad

    by_hand, by_optimizer = record_torch(train, arguments(), {}), record_torch(right, arguments(), {"epochs": 1})
    assert by_hand.updates_per_epoch == [3]
    assert np.allclose(by_hand.weights, by_optimizer.weights, rtol=1e-14)


def test_leaf_tensors_without_a_model_are_recorded_too():
    def train(x, y, w, b):
        for xb, yb in batches(x, y):
            loss = ((w * xb + b - yb) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= 0.05 * w.grad
                b -= 0.05 * b.grad
            w.grad = b.grad = None

    w, b = (torch.zeros((), dtype=torch.float64, requires_grad=True) for _ in range(2))
    trace = record_torch(train, (*data(), w, b), {})
    assert len(trace) == 3
    assert trace.weights[-1].tolist() == [w.item(), b.item()]
    assert trace.parameters == (("w", ()), ("b", ()))


def test_a_shuffled_loader_shows_its_rows():
    def train(model, optimizer, loss_fn, loader):
        for _ in range(2):
            for xb, yb in loader:
                optimizer.zero_grad()
                loss_fn(model(xb), yb).backward()
                optimizer.step()

    model, optimizer, loss_fn, x, y = arguments()
    trace = record_torch(train, (model, optimizer, loss_fn, DataLoader(TensorDataset(x, y), BATCH, shuffle=True)), {})
    assert trace.updates_per_epoch == [3, 3]
    assert sorted(np.concatenate(trace.rows[:3]).tolist()) == list(range(N))


def test_evaluation_in_between_is_no_pass():
    def train(model, optimizer, loss_fn, x, y):
        for xb, yb in batches(x, y):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss_fn(model(x), y)
            with torch.no_grad():
                loss_fn(model(x), y)
            loss.backward()
            optimizer.step()

    trace = record_torch(train, arguments(), {})
    assert [len(rows) for rows in trace.rows] == [4, 4, 4]


def test_a_trace_survives_json():
    trace = record_torch(right, arguments(), {})
    assert Trace.from_json(trace.to_json()) == trace


def test_events_are_told_in_the_learners_verbs():
    trace = record_torch(right, arguments(), {"epochs": 1})
    events = trace.events
    assert [event.verb for event in events[:4]] == ["forward", "loss", "backward", "step"]
    assert events[0] == Event("forward", 0, 0, 0, rows=(0, 1, 2, 3))
    assert events[1] == Event("loss", 0, 0, 0, loss=trace.result[0])
    assert events[3].weights == tuple(trace.weights[1])
    assert [Event.from_json(event.to_json()) for event in events] == list(events)


def hooks_and_patches(model):
    return (
        nn.Linear.forward,
        nn.MSELoss.forward,
        torch.autograd._engine_run_backward,
        len(torch_optimizer._global_optimizer_pre_hooks),
        len(torch_optimizer._global_optimizer_post_hooks),
        [len(parameter._backward_hooks or ()) for parameter in model.parameters()],
    )


def test_nothing_is_left_behind_also_when_the_loop_raises():
    def train(model, optimizer, loss_fn, x, y):
        never_zeroed(model, optimizer, loss_fn, x, y)
        raise KeyError("in the middle")

    def twice(model, optimizer, loss_fn, x, y):
        loss = loss_fn(model(x), y)
        loss.backward()
        loss.backward()

    for function, error in ((train, KeyError), (twice, RuntimeError)):
        given = arguments()
        before = hooks_and_patches(given[0])
        with pytest.raises(error):
            record_torch(function, given, {})
        assert hooks_and_patches(given[0]) == before


def test_a_loop_without_parameters_is_refused_in_words():
    with pytest.raises(TypeError, match="pass a model"):
        record_torch(lambda x: x, (torch.zeros(3),), {})
