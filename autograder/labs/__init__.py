"""Labs: move a slider, see the loop. Each call gives a lab that shows itself as the last line of a cell."""

from autograder.labs.accumulation import accumulation
from autograder.labs.batches_and_epochs import batches_and_epochs
from autograder.labs.flight_recorder import flight_recorder
from autograder.labs.one_update import one_update
from autograder.labs.press_backward import press_backward
from autograder.labs.where_zero_grad import where_zero_grad

__all__ = ["accumulation", "batches_and_epochs", "flight_recorder", "one_update", "press_backward", "where_zero_grad"]
