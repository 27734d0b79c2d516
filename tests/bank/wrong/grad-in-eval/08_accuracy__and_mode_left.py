"""Two at once: no no_grad(), and the model left in eval mode."""
# both: grad-in-eval, mode-left-wrong
# also fair: mode-left-wrong


def accuracy(model, loader):
    model.eval()
    right = rows = 0
    for xb, yb in loader:
        right += (model(xb).argmax(1) == yb).sum().item()
        rows += len(yb)
    return right / rows
