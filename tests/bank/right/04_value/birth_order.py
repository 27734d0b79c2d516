"""Someone who numbers values as they are born and goes back from the youngest, with a heap."""
import heapq
from itertools import count


class Value:
    _numbers = count()

    def __init__(self, data, edges=()):
        self.data = data
        self.edges = edges
        self.grad = 0.0
        self.number = next(Value._numbers)

    def __lt__(self, other):
        return self.number > other.number

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        pending, heap = {self.number: 1.0}, [self]
        while heap:
            v = heapq.heappop(heap)
            g = pending.pop(v.number)
            v.grad = v.grad + g
            for parent, d in v.edges:
                if parent.number not in pending:
                    pending[parent.number] = 0.0
                    heapq.heappush(heap, parent)
                pending[parent.number] += d * g
