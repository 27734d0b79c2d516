"""Someone who cuts off what does not fit and reshapes."""


def batches(x, y, batch_size):
    k = len(x) // batch_size
    return list(zip(x[:k * batch_size].reshape(k, batch_size), y[:k * batch_size].reshape(k, batch_size)))
