"""Someone who submits each step to a pool of one thread and waits for it."""
from concurrent.futures import ThreadPoolExecutor


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def step(xb, yb):
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        return loss.item()

    with ThreadPoolExecutor(max_workers=1) as pool:
        jobs = [pool.submit(step, x[i:i + batch_size], y[i:i + batch_size]) for _ in range(epochs) for i in range(0, len(x), batch_size)]
        return [job.result() for job in jobs]
