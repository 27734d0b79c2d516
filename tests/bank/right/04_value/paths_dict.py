"""Kahn's order: a value's turn comes when all its uses had theirs."""


class Value:
    __slots__ = ("data", "grad", "edges")
    def __init__(self, data, edges=()):
        self.data, self.grad, self.edges = float(data), 0.0, edges
    def __add__(self, o): return Value(self.data + o.data, ((self, 1.0), (o, 1.0)))
    def __mul__(self, o): return Value(self.data * o.data, ((self, o.data), (o, self.data)))
    def backward(self):
        # Kahn's algorithm
        uses, todo, seen = {}, [self], {id(self)}
        while todo:
            v = todo.pop()
            for p, _ in v.edges:
                uses[id(p)] = uses.get(id(p), 0) + 1
                if id(p) not in seen:
                    seen.add(id(p)); todo.append(p)
        local = {id(self): 1.0}
        ready = [self]
        while ready:
            v = ready.pop()
            g = local[id(v)]
            v.grad += g
            for p, s in v.edges:
                local[id(p)] = local.get(id(p), 0.0) + g * s
                uses[id(p)] -= 1
                if not uses[id(p)]:
                    ready.append(p)
