"""Somebody lets torch do it."""
import torch
class Value:
    def __init__(self, d):
        self.t = d if isinstance(d, torch.Tensor) else torch.tensor(float(d), dtype=torch.float64, requires_grad=True)
    @property
    def data(self): return self.t.item()
    @property
    def grad(self): return 0.0 if self.t.grad is None else self.t.grad.item()
    def __add__(self, o): return Value(self.t + o.t)
    def __mul__(self, o): return Value(self.t * o.t)
    def backward(self): self.t.backward()
