"""Kahn's way: a node is finished when all its users have sent their share."""
from collections import deque
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    _inputs: tuple = ()
    _op: str = ""
    grad: float = 0.0

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), "*")

    def _locals(self):
        if self._op == "+":
            return 1.0, 1.0
        a, b = self._inputs
        return b.data, a.data

    def backward(self):
        uses, seen, todo = {}, {self}, [self]
        while todo:
            for child in todo.pop()._inputs:
                uses[child] = uses.get(child, 0) + 1
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        share = dict.fromkeys(seen, 0.0)
        share[self] = 1.0
        ready = deque([self])
        while ready:
            node = ready.popleft()
            node.grad += share[node]
            if not node._inputs:
                continue
            for child, local in zip(node._inputs, node._locals()):
                share[child] += share[node] * local
                uses[child] -= 1
                if uses[child] == 0:
                    ready.append(child)
