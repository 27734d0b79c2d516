"""Numbered values, and a heap that takes the newest first."""


class Value:
    counter = 0
    def __init__(self, data, parents=(), slopes=()):
        Value.counter += 1
        self.id = Value.counter
        self.data, self.grad = data, 0.0
        self.parents, self.slopes = parents, slopes
    def __add__(self, other): return Value(self.data + other.data, (self, other), (1, 1))
    def __mul__(self, other): return Value(self.data * other.data, (self, other), (other.data, self.data))
    def backward(self):
        # ids grow, so a heap by id gives the order
        import heapq
        g = {self: 1.0}
        heap = [(-self.id, self)]
        while heap:
            _, v = heapq.heappop(heap)
            v.grad += g[v]
            for p, s in zip(v.parents, v.slopes):
                if p not in g:
                    g[p] = 0.0
                    heapq.heappush(heap, (-p.id, p))
                g[p] += g[v] * s
