"""A small Learner with one_batch and one_epoch, and a pass in eval mode after each epoch."""
import torch


class Callback: pass


class Learner:
    def __init__(self, model, dls, loss_func, opt): self.model, self.dls, self.loss_func, self.opt = model, dls, loss_func, opt; self.log = []
    def one_batch(self):
        self.xb, self.yb = self.batch
        self.preds = self.model(self.xb)
        self.loss = self.loss_func(self.preds, self.yb)
        if self.model.training:
            self.loss.backward()
            self.opt.step()
            self.opt.zero_grad()
            self.log.append(self.loss.item())
    def one_epoch(self, train):
        self.model.training = train
        for self.num, self.batch in enumerate(self.dls()): self.one_batch()
    def fit(self, n):
        for self.epoch in range(n):
            self.one_epoch(True)
            with torch.no_grad(): self.one_epoch(False)
        self.model.train()


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def dls():
        for i in range((len(x) - 1) // batch_size + 1):
            yield x[i*batch_size:(i+1)*batch_size], y[i*batch_size:(i+1)*batch_size]
    learn = Learner(model, dls, loss_fn, optimizer)
    learn.fit(epochs)
    return learn.log
