"""Someone from web programming: async def, awaited to the end in a thread of its own."""
import asyncio
import threading


async def batches(x, y, size):
    for i in range(0, len(x), size):
        yield x[i:i + size], y[i:i + size]


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []

    async def run():
        for epoch in range(epochs):
            async for xb, yb in batches(x, y, batch_size):
                optimizer.zero_grad()
                loss = loss_fn(model(xb), yb)
                loss.backward()
                optimizer.step()
                losses.append(loss.item())

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    thread.join()
    return losses
