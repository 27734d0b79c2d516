"""Code from 2017: Variable, loss.data, and a counter of iterations."""
from torch.autograd import Variable


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    iteration = 0
    for epoch in range(epochs):
        for start in range(0, x.size(0), batch_size):
            inputs = Variable(x[start:start + batch_size])
            targets = Variable(y[start:start + batch_size])
            optimizer.zero_grad()
            outputs = model(inputs)
            loss = loss_fn(outputs, targets)
            loss.backward()
            optimizer.step()
            iteration += 1
            if iteration % 100 == 0:
                print("Iteration: {}. Loss: {}".format(iteration, loss.data))
            losses.append(loss.data)
    return losses
