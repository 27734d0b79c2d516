"""Someone who trains in a worker thread so that the window stays alive."""
import threading


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []

    def work():
        for epoch in range(epochs):
            for i in range(0, len(x), batch_size):
                optimizer.zero_grad()
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
                optimizer.step()
                losses.append(loss.item())

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    return losses
