"""Lightning in forty lines: a module, a dataclass trainer, and step(closure)."""
from dataclasses import dataclass, field
import torch
from torch import nn, Tensor
class Module(nn.Module):
    def __init__(self, net, loss_fn, opt):
        super().__init__()
        self.net, self.loss_fn, self.opt = net, loss_fn, opt
    def forward(self, x): return self.net(x)
    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = self.loss_fn(self(x), y)
        return {"loss": loss, "log": {"train_loss": loss.detach()}}
    def configure_optimizers(self): return self.opt
@dataclass
class Trainer:
    max_epochs: int
    logged: list[float] = field(default_factory=list)
    callbacks: tuple = ()
    def fit(self, module: Module, loader) -> None:
        opt = module.configure_optimizers()
        module.train()
        for epoch in range(self.max_epochs):
            for i, batch in enumerate(loader):
                def closure():
                    opt.zero_grad()
                    out = module.training_step(batch, i)
                    out["loss"].backward()
                    self.logged.append(out["log"]["train_loss"].item())
                    return out["loss"]
                opt.step(closure=closure)
def train(model: nn.Module, optimizer, loss_fn, x: Tensor, y: Tensor, *, epochs: int, batch_size: int) -> list[float]:
    trainer = Trainer(max_epochs=epochs)
    ds = torch.utils.data.TensorDataset(x, y)
    trainer.fit(Module(model, loss_fn, optimizer), torch.utils.data.DataLoader(ds, batch_size, shuffle=True))
    return trainer.logged
