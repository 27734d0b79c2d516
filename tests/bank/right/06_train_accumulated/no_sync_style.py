"""Each backward gets its batch's weight as the gradient of the loss."""
from contextlib import nullcontext


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    steps = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    groups = [batches[i:i+accumulation_steps] for i in range(0, len(batches), accumulation_steps)]
    for _ in range(epochs):
        for group in groups:
            total = sum(len(a) for a, _ in group)
            optimizer.zero_grad(set_to_none=True)
            for i, (a, b) in enumerate(group):
                with nullcontext() if i + 1 < len(group) else nullcontext():
                    loss = loss_fn(model(a), b)
                    loss.backward(loss.new_tensor(len(a) / total))
            optimizer.step()
            steps += 1
    return steps
