"""What recording costs the worked loop of notebook 05: bare and recorded, in turn, in one run.

    python tests/benchmarks/bench_recorder_torch.py [EPOCHS] [ROUNDS]

Prints the best processor time of each over the rounds, per update, and their ratio; the trace is read within
the recorded time.
"""

import sys
import time

import torch
from torch import nn

from autograder.learn.course import source_of
from autograder.learn.solving import worked
from autograder.trace.torch_recorder import record_torch


def arguments() -> tuple:
    torch.manual_seed(0)
    x = torch.randn(1000, 1, dtype=torch.float64)
    y = 3 * x + 2 + 0.5 * torch.randn_like(x)
    model = nn.Linear(1, 1).double()
    return model, torch.optim.SGD(model.parameters(), lr=0.05), nn.MSELoss(), x, y


def main(epochs: int = 1000, rounds: int = 3) -> None:
    (train,), keywords = worked("05.train", source_of("05.train"))[1], {"epochs": epochs, "batch_size": 100}
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
