"""Someone from JAX: the model called as a function of its parameters."""
from torch.func import functional_call


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = dict(model.named_parameters())
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            prediction = functional_call(model, params, (x[i:i + batch_size],))
            loss = loss_fn(prediction, y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
