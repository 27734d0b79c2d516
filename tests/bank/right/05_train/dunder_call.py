"""Someone who writes everything the long way: model.__call__, float(), range(len())."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    number_of_batches = len(x) // batch_size
    if len(x) % batch_size != 0:
        number_of_batches = number_of_batches + 1
    all_losses = []
    for epoch_index in range(0, epochs, 1):
        for batch_index in range(0, number_of_batches, 1):
            batch_start = batch_index * batch_size
            batch_end = batch_start + batch_size
            batch_x = x[batch_start:batch_end]
            batch_y = y[batch_start:batch_end]
            prediction = model.__call__(batch_x)
            loss_value = loss_fn.__call__(prediction, batch_y)
            optimizer.zero_grad()
            loss_value.backward()
            optimizer.step()
            all_losses.append(float(loss_value))
    return all_losses
