"""Someone without a topological order: a node passes its whole gradient on at every visit."""
# also fair: backward-twice


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        self.grad = 1.0
        queue, seen = [self], {self}
        while queue:
            node = queue.pop(0)
            for parent, local in node.parents:
                parent.grad += local * node.grad
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)
