"""Each value keeps (parent, local derivative) pairs; an iterative depth-first order."""


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = float(data), tuple(parents), 0.0

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __repr__(self):
        return f"Value({self.data}, grad={self.grad})"

    def backward(self):
        order, done, stack = [], set(), [(self, False)]
        while stack:
            node, ready = stack.pop()
            if ready:
                order.append(node)
            elif id(node) not in done:
                done.add(id(node))
                stack.append((node, True))
                stack.extend((parent, False) for parent, _ in node.parents)
        upstream = {id(self): 1.0}
        for node in reversed(order):
            g = upstream.pop(id(node), 0.0)
            node.grad += g
            for parent, local in node.parents:
                upstream[id(parent)] = upstream.get(id(parent), 0.0) + g * local
