"""Someone who takes the derivatives by a complex step, and so a rounding away from the formula."""


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    h = 1e-20
    def loss(w, b, xs, ys):
        r = w * xs + b - ys
        return (r * r).mean()
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xs, ys = x[i:i+batch_size], y[i:i+batch_size]
            losses.append(float(loss(w, b, xs, ys)))
            dw = loss(w + 1j*h, b, xs, ys).imag / h
            db = loss(w, b + 1j*h, xs, ys).imag / h
            w, b = w - lr*dw, b - lr*db
    return w, b, losses
