"""Someone who freezes the parameters for the while instead of `no_grad`, and gives them back as they were."""


def accuracy(model, loader):
    mode = model.training
    flags = [p.requires_grad for p in model.parameters()]
    model.requires_grad_(False)
    model.eval()
    good = n = 0
    for x, y in loader:
        good += (model(x).argmax(1) == y).sum().item()
        n += len(y)
    model.train(mode)
    for p, f in zip(model.parameters(), flags):
        p.requires_grad_(f)
    return good / n
