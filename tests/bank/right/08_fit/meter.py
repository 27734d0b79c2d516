"""The AverageMeter of the ImageNet example."""


class AverageMeter(object):
    """Computes and stores the average and current value"""
    def __init__(self):
        self.reset()
    def reset(self):
        self.val = self.avg = self.sum = self.count = 0
    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count


def fit(model, optimizer, loss_fn, loader, *, epochs):
    hist = []
    for epoch in range(epochs):
        losses = AverageMeter()
        top1 = AverageMeter()
        model.train()
        for i, (input, target) in enumerate(loader):
            output = model(input)
            loss = loss_fn(output, target)
            losses.update(loss.item(), input.size(0))
            if output.ndim == 2 and not target.is_floating_point():
                top1.update((output.argmax(1) == target).float().mean().item(), input.size(0))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        hist.append(losses.avg)
    return hist
