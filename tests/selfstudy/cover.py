"""Make the README's picture, autograder/figures/cover.svg: `python tests/selfstudy/cover.py`."""

from pathlib import Path

COVER = Path(__file__).parents[2] / "autograder" / "figures" / "cover.svg"


def cover():
    """The figure of a loop that resets once per epoch, over three epochs of the course's line."""
    import torch

    from autograder.figures import trace_figure
    from autograder.learn import line_data, record

    def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
        for _ in range(epochs):
            optimizer.zero_grad()  # once per epoch, though every batch makes an update
            for start in range(0, len(x), batch_size):
                rows = slice(start, start + batch_size)
                loss_fn(model(x[rows]), y[rows]).backward()
                optimizer.step()

    x, y = (torch.tensor(column)[:, None] for column in line_data())
    model = torch.nn.Linear(1, 1, dtype=torch.float64)
    for parameter in model.parameters():
        torch.nn.init.zeros_(parameter)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
    return trace_figure(trace)


if __name__ == "__main__":
    made = cover()
    COVER.write_text(made.svg + "\n")
    print(made.caption)
