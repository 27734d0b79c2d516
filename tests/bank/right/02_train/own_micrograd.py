"""Trains by hand with a scalar autograd of their own, from the lecture."""
class Value:
    def __init__(self, data, _children=(), _op=''):
        self.data = data; self.grad = 0; self._backward = lambda: None
        self._prev = set(_children); self._op = _op
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += out.grad; other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad; other.grad += self.data * out.grad
        out._backward = _backward
        return out
    __radd__ = __add__; __rmul__ = __mul__
    def backward(self):
        topo, seen = [], set()
        def build(v):
            if v not in seen:
                seen.add(v)
                for c in v._prev: build(c)
                topo.append(v)
        build(self); self.grad = 1
        for v in reversed(topo): v._backward()
def train(x, y, w, b, *, epochs, batch_size, lr):
    W, B = Value(w), Value(b)
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), batch_size):
            xs, ys = [float(v) for v in x[s:s+batch_size]], [float(v) for v in y[s:s+batch_size]]
            tot = Value(0.0)
            for xi, yi in zip(xs, ys):
                e = W * xi + B + (-yi)
                tot = tot + e * e
            loss = tot * (1 / len(xs))
            W.grad = B.grad = 0
            loss.backward()
            losses.append(loss.data)
            W.data -= lr * W.grad; B.data -= lr * B.grad
    return W.data, B.data, losses
