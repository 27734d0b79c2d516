"""'detach() is enough': the graph is built first."""


def accuracy(model, loader):
    mode = model.training
    model.eval()
    hits = []
    for xb, yb in loader:
        out = model(xb).detach()
        hits += (out.argmax(1) == yb).tolist()
    model.train(mode)
    return sum(hits) / len(hits)
