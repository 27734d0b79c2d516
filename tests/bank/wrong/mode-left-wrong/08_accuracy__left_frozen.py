"""Someone who freezes the parameters to save the graph, and forgets to give them back."""


def accuracy(model, loader):
    was_training = model.training
    model.eval().requires_grad_(False)
    right = rows = 0
    for x_batch, y_batch in loader:
        right += (model(x_batch).argmax(dim=1) == y_batch).sum().item()
        rows += len(y_batch)
    model.train(was_training)
    return right / rows
