"""What recording costs a PyTorch loop: bare and recorded, in turn, in one run.

    python tests/benchmarks/bench_recorder_torch.py [EPOCHS] [ROUNDS]

Prints the best processor time of each over the rounds, per update, and their ratio; the trace is read within
the recorded time.
"""

import sys
import time

import torch
from torch import nn

from autograder.trace.torch_recorder import record_torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def arguments() -> tuple:
    torch.manual_seed(0)
    x = torch.randn(1000, 1, dtype=torch.float64)
    y = 3 * x + 2 + 0.5 * torch.randn_like(x)
    model = nn.Linear(1, 1).double()
    return model, torch.optim.SGD(model.parameters(), lr=0.05), nn.MSELoss(), x, y


def main(epochs: int = 1000, rounds: int = 3) -> None:
    keywords = {"epochs": epochs, "batch_size": 100}
    train(*arguments(), epochs=1, batch_size=100)
    bare, recorded = [], []
    for _ in range(rounds):
        start = time.process_time()
        train(*arguments(), **keywords)
        middle = time.process_time()
        trace = record_torch(train, arguments(), keywords)
        bare.append(middle - start)
        recorded.append(time.process_time() - middle)
    updates = len(trace)
    print(f"{updates} updates: bare {min(bare) / updates * 1e6:.1f} µs each, recorded {min(recorded) / updates * 1e6:.1f} µs each")
    print(f"recorded / bare = {min(recorded) / min(bare):.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
