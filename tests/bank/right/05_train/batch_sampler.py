"""Someone who read the samplers' page: BatchSampler over RandomSampler."""
from torch.utils.data import BatchSampler, RandomSampler


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    sampler = BatchSampler(RandomSampler(range(len(x))), batch_size=batch_size, drop_last=False)
    losses = []
    for epoch in range(epochs):
        for rows in sampler:
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
