"""Someone whose value is its own child: backward never ends and the recursion limit speaks."""


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad = data, 0.0
        self.parents = parents or (self,)

    def __add__(self, other):
        return Value(self.data + other.data, (self, other))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other))

    def backward(self):
        self.grad += 1.0
        for p in self.parents:
            p.backward()
