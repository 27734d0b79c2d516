"""`torch.autograd.grad`, `add_` with alpha, losses glued to a tensor."""
import torch
import torch.nn.functional as F
def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    out = torch.zeros(0, dtype=x.dtype)
    for epoch in range(epochs):
        for s in torch.arange(len(x)).split(batch_size):
            loss = F.mse_loss(torch.addcmul(b, w, x[s]), y[s])
            gw, gb = torch.autograd.grad(loss, [w, b])
            with torch.no_grad():
                w.add_(gw, alpha=-lr); b.add_(gb, alpha=-lr)
            out = torch.cat([out, loss.detach()[None]])
    return out
