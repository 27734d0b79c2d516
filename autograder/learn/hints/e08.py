"""Hints for notebook 08: real digits."""

HINTS = {
    "08.fit": (
        "It is the loop of notebook 05 again; the loader hands out the batches, and a new pass over it is a new epoch.",
        "The epoch's loss is a mean over rows, and the last batch may have fewer. A mean of the batches' means would let its rows count for more.",
        "Per epoch keep two plain numbers: the sum of batch loss times rows, and the rows. Take the loss with `.item()` before you add it, or every epoch drags its whole graph along.",
    ),
    "08.accuracy": (
        "Three things to mind besides counting: the model's mode, the graph, and leaving things as you found them.",
        "`model.training` tells the mode that you found. Evaluate in eval mode under `torch.no_grad()`; the predicted class is where the row's output is largest.",
        "Count rows where `argmax` over the classes equals the target, divide by all rows seen, as a float. Put the mode back at the end, and to what it was: it may have been either. `try` … `finally` keeps that promise also when something fails.",
    ),
    "08.checkpoint": (
        "What would you need to go on tomorrow as if nothing had happened? The weights are not all: what does momentum remember?",
        "Model and optimizer each have a `state_dict()`, and take one back with `load_state_dict`. Put both and the epoch into one dictionary.",
        "`torch.save` the dictionary to the path, `torch.load` it with `weights_only=True`, give each its part back, and return the epoch. Only tensors, numbers, strings, lists and dicts go in, no whole objects.",
    ),
}
