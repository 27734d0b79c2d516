"""Someone who thinks of a tape: every operation is noted, and the tape is played backwards."""

TAPE = []


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self.place = -1

    def _note(self, other, data, by_self, by_other):
        out = Value(data)
        out.place = len(TAPE)
        TAPE.append((out, self, other, by_self, by_other))
        return out

    def __add__(self, other):
        return self._note(other, self.data + other.data, 1.0, 1.0)

    def __mul__(self, other):
        return self._note(other, self.data * other.data, other.data, self.data)

    def backward(self):
        flow = {id(self): 1.0}
        self.grad += 1.0
        for out, a, b, da, db in reversed(TAPE[:self.place + 1]):
            g = flow.get(id(out))
            if g is None:
                continue
            for parent, local in ((a, da), (b, db)):
                flow[id(parent)] = flow.get(id(parent), 0.0) + g * local
                parent.grad += g * local
