"""A fastai reader: callbacks decide what happens, and one of them zeroes."""


class Callback:
    def before_batch(self, loop): ...
    def after_loss(self, loop): ...
    def after_step(self, loop): ...


class ZeroGrad(Callback):
    def before_batch(self, loop):
        loop.opt.zero_grad()


class Record(Callback):
    def __init__(self):
        self.losses = []

    def after_loss(self, loop):
        self.losses.append(loop.loss.item())


class Loop:
    def __init__(self, model, opt, loss_fn, cbs):
        self.model, self.opt, self.loss_fn, self.cbs = model, opt, loss_fn, cbs

    def __call__(self, name):
        for cb in self.cbs:
            getattr(cb, name)(self)

    def one_batch(self, xb, yb):
        self("before_batch")
        self.preds = self.model(xb)
        self.loss = self.loss_fn(self.preds, yb)
        self("after_loss")
        self.loss.backward()
        self.opt.step()
        self("after_step")


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    record = Record()
    loop = Loop(model, optimizer, loss_fn, [ZeroGrad(), record])
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loop.one_batch(x[i:i + batch_size], y[i:i + batch_size])
    return record.losses
