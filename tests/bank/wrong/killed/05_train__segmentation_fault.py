"""Someone who reads from address 0 through ctypes."""
# also fair: raised
import ctypes


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    return ctypes.string_at(0)
