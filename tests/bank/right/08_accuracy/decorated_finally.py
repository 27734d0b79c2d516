"""A decorator and a finally."""
import torch


@torch.inference_mode()
def accuracy(model, loader):
    mode = model.training
    try:
        model.eval()
        hits = torch.cat([model(x).max(1).indices.eq(y) for x, y in loader])
        return hits.double().mean().item()
    finally:
        model.train(mode)
