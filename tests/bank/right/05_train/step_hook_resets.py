"""Someone who reads release notes: a post-step hook of the optimizer clears the gradients."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    handle = optimizer.register_step_post_hook(lambda opt, args, kwargs: opt.zero_grad())
    losses = []
    try:
        for epoch in range(epochs):
            for i in range(0, len(x), batch_size):
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
                optimizer.step()
                losses.append(loss.item())
    finally:
        handle.remove()
    return losses
