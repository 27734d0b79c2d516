"""Someone who wrote + and forgot *."""
# also fair: not-attempted


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        return Value(self.data + other.data, (self, other))

    def backward(self):
        self.grad += 1.0
        stack = list(self.parents)
        while stack:
            v = stack.pop()
            v.grad += 1.0
            stack.extend(v.parents)
