"""Someone used to Lightning: training_step and hooks around it."""


class Module:
    def __init__(self, net, criterion):
        self.net, self.criterion = net, criterion
        self.logged = []

    def training_step(self, batch, batch_idx):
        features, target = batch
        loss = self.criterion(self.net(features), target)
        self.log("train_loss", loss)
        return {"loss": loss}

    def log(self, name, value):
        self.logged.append((name, value.detach().clone()))

    def on_before_zero_grad(self):
        pass


class Runner:
    def __init__(self, max_epochs):
        self.max_epochs = max_epochs

    def fit(self, module, optimizer, dataset):
        for self.current_epoch in range(self.max_epochs):
            for idx, batch in enumerate(dataset):
                out = module.training_step(batch, idx)
                module.on_before_zero_grad()
                optimizer.zero_grad()
                out["loss"].backward()
                optimizer.step()


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    module = Module(model, loss_fn)
    data = list(zip(x.split(batch_size), y.split(batch_size)))
    Runner(max_epochs=epochs).fit(module, optimizer, data)
    return [value.item() for name, value in module.logged]
