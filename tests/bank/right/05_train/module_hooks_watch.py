"""Someone who watches activations and gradients through module hooks, and leaves them there."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    seen = []
    model.register_forward_hook(lambda module, inputs, output: seen.append(output.detach().mean().item()))
    model.register_full_backward_hook(lambda module, grad_in, grad_out: seen.append(grad_out[0].norm().item()))
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
