"""model.eval without its parentheses."""
import torch


@torch.no_grad()
def accuracy(model, loader):
    was = model.training
    model.eval
    hits = torch.cat([model(x).argmax(1) == y for x, y in loader])
    model.train(was)
    return hits.float().mean().item()
