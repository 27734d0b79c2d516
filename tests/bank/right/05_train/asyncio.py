"""A producer and a consumer with a queue between them."""
import asyncio


async def produce(q, x, y, epochs, bs):
    for _ in range(epochs):
        for i in range(0, len(x), bs):
            await q.put((x[i:i+bs], y[i:i+bs]))
    await q.put(None)


async def consume(q, model, opt, fn, out):
    while (item := await q.get()) is not None:
        opt.zero_grad()
        l = fn(model(item[0]), item[1])
        l.backward()
        opt.step()
        out.append(l.item())


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    out = []
    async def main():
        q = asyncio.Queue(2)
        await asyncio.gather(produce(q, x, y, epochs, batch_size), consume(q, model, optimizer, loss_fn, out))
    asyncio.run(main())
    return out
