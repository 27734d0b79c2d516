"""Someone with the phases of the transfer-learning tutorial, on one loader, who keeps the best weights aside."""

import copy, torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    best, history = copy.deepcopy(model.state_dict()), []
    best_loss = float("inf")
    for epoch in range(epochs):
        for phase in ["train", "val"]:
            model.train(phase == "train")
            running, n = 0.0, 0
            if phase == "val" and not history:
                pass
            for inputs, labels in loader:
                optimizer.zero_grad()
                with torch.set_grad_enabled(phase == "train"):
                    outputs = model(inputs)
                    loss = loss_fn(outputs, labels)
                    if phase == "train":
                        loss.backward()
                        optimizer.step()
                running += loss.item() * inputs.size(0)
                n += inputs.size(0)
            if phase == "train":
                history.append(running / n)
            elif running / n < best_loss:
                best_loss, best = running / n, copy.deepcopy(model.state_dict())
    return history
