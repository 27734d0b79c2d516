"""A post-accumulate-grad hook updates and resets each parameter as its gradient arrives."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    @torch.no_grad()
    def apply(p):
        p.sub_(lr * p.grad)
        p.grad = None

    handles = [p.register_post_accumulate_grad_hook(apply) for p in (w, b)]
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = ((w * xb + b - yb) ** 2).mean()
            losses.append(loss.item())
            loss.backward()
    for handle in handles:
        handle.remove()
    return losses
