"""The class as the notebook leaves it."""


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0

    def __add__(self, other):
        raise NotImplementedError("your code here")

    def __mul__(self, other):
        raise NotImplementedError("your code here")

    def backward(self):
        raise NotImplementedError("your code here")
