"""What is said about rows and batches: which were seen, how often, and beside which."""

from autograder.judge.messages.words import count


def first_batch_only(rows: int, n: int) -> str:
    """rows: the different rows that were ever seen, of n."""
    return (
        f"Every update saw the same batch: {count(rows, 'row')} of {n}, again and again. "
        "The loss falls nicely all the same, because the model fits those rows and nothing tells you of the others. "
        "Look at what changes from one turn of your inner loop to the next, and what starts afresh."
    )


def one_batch_per_epoch(rows: int, n: int, batches: int) -> str:
    """rows seen in the first epoch, of n; batches: how many an epoch should have."""
    return (
        f"The first epoch ended after one batch: {count(rows, 'row')} of {n}, where {count(batches, 'batch')} were asked. "
        "An epoch is one pass over all rows, and a batch is one bite of it. "
        "Look at what ends your inner loop."
    )


def whole_dataset_every_batch(rows: int, batch_size: int) -> str:
    """rows that the first update saw, where batch_size were asked."""
    return (
        f"The first update saw {count(rows, 'row')} where a batch has {batch_size}, and so did the others. "
        "The loop counts its batches, but what goes into each one is the whole dataset. "
        "Look at which arrays reach the forward pass and the gradient."
    )


def last_batch_dropped(n: int, batch_size: int, lost: int | None = None) -> str:
    lost = n % batch_size if lost is None else lost
    last = "row" if lost == 1 else count(lost, "row")
    return (
        f"With {n} rows in batches of {batch_size}, the last {last} of each epoch never took part. "
        "When the batch size does not divide the rows, the last batch is smaller, and it counts as an update too. "
        "Check your loop's last turn on a small example, by hand."
    )


def extra_empty_batch(batches: int, asked: int) -> str:
    """batches per epoch that the loop made, and those that hold rows."""
    empty = "the last one is empty" if batches == asked + 1 else f"the last {batches - asked} are empty"
    return (
        f"Your loop makes {count(batches, 'batch')} per epoch where the rows fill {asked}: {empty}. "
        "The mean over no rows is 0 / 0, which is not a number, and it spreads into everything it touches. "
        "Look at where your count of batches ends."
    )


def loops_swapped(epochs: int) -> str:
    return (
        f"Your loop stayed on the first batch for {count(epochs, 'update')} before it went on to the second. "
        "An epoch goes once through all batches, and then the next epoch goes through them again. "
        "Ask which of the two loops stands outside, and which one turns inside it."
    )


def wrong_number_of_epochs(updates: int, asked: int, epochs: int | None = None, asked_epochs: int | None = None) -> str:
    """updates made and asked for; the epochs that this comes to, where it comes out even."""
    passes = "" if epochs is None else f", which is {count(epochs, 'pass')} over the rows instead of {asked_epochs}"
    return (
        f"Your loop made {count(updates, 'update')} where {asked} were asked{passes}. "
        "An epoch is one pass over all rows and holds as many updates as there are batches; an update is one iteration. "
        "Look at how often each of your loops turns, and where that number comes from."
    )


def batch_size_ignored(rows: int, asked: int) -> str:
    """rows in a batch as the loop made it, and as it was asked."""
    return (
        f"Your batches hold {count(rows, 'row')} where {asked} were asked. "
        "The batch size is the number of rows in one batch, and it comes as an argument that the caller may change. "
        "Look for a number that stands where that argument, or one computed from it, should."
    )


def sampled_with_replacement(epoch: int, distinct: int, n: int) -> str:
    """distinct rows that this epoch saw, of n."""
    return (
        f"Epoch {epoch + 1} saw {count(distinct, 'different row')} of {n}: some came twice or more, others never. "
        "Drawing rows at random for each batch is not a pass over the data, since a row that was drawn can be drawn again. "
        "Ask how each row gets its turn exactly once per epoch."
    )


def batches_overlap(batch: int, row: int) -> str:
    """batch: the first one that begins within the one before it; row: where it begins."""
    return (
        f"Batch {batch + 1} begins with row {row + 1}, which batch {batch} had already. "
        "In an epoch every row takes part once, so a batch begins where the one before it ended. "
        "Write down the first and the last row of each of your batches."
    )


def never_reshuffled(epoch: int = 1, shuffled: bool = True, like: int = 0) -> str:
    """epoch: the first that repeated an order, that of epoch `like`; shuffled: False where the rows kept their given order."""
    order = f"in the same order as epoch {like + 1}" if shuffled else "in the order they came in, unshuffled"
    return (
        f"Epoch {epoch + 1} went through the rows {order}. "
        "A new order is asked for every epoch, so that the batches are not the same groups of rows each time. "
        "Look at how often your loop draws an order."
    )


def pairs_broken(update: int = 0, x_row: int | None = None, y_row: int | None = None, unit: str = "update") -> str:
    """unit: what `update` counts. x_row, y_row: a pair that does not belong together, from 0, where it is known."""
    seen = "each x was compared with another row's y"
    if x_row is not None and y_row is not None:
        seen = f"x of row {x_row + 1} was compared with y of row {y_row + 1}"
    where = "At update" if unit == "update" else f"In {unit}"
    return (
        f"{where} {update + 1} {seen}. "
        "A model can only learn how y depends on x while the two stay together; pairs that are torn leave nothing but noise. "
        "Check that whatever reorders or cuts x does exactly the same to y."
    )


def shape_broadcast(shape: tuple[int, ...] | None = None, rows: int | None = None) -> str:
    """shape: what the subtraction made, where it is known; rows: of the batch."""
    made = "every prediction was compared with every target"
    if rows is not None:
        made = f"{count(rows, 'prediction')} met {count(rows, 'target')} and made {rows * rows} differences, every row against every row"
    if shape is not None:
        made += f" (shape {tuple(shape)})"
    return (
        f"Somewhere {made}. "
        "Shapes (n,) and (n, 1) do not line up: the smaller one is repeated until they do, and no error tells you. "
        "Print the shapes of the prediction and the target right before they are subtracted."
    )


def rows_left_out(out: int, n: int, first: int) -> str:
    """out of n: how many rows no epoch saw; first: the first of them, from 0."""
    return (
        f"{out} of the {count(n, 'row')} never took part in any epoch, the first of them row {first + 1}. "
        "An epoch is one pass over all rows, however many there are. "
        "Look at where your batches begin and end, and at every number that does not come from the arguments."
    )


def not_in_order() -> str:
    return (
        "Every row takes its turn, but not in the order in which the rows came. "
        "Here the rows are to be taken as they are, so that your numbers can be compared; shuffling comes later. "
        "Look at what changes the order."
    )


def same_groups() -> str:
    return (
        "The batches come in a new order in every epoch, but each is always the same group of rows. "
        "Shuffling is asked of the rows, before they are cut into batches, so that every epoch makes other groups. "
        "Look at what exactly your loop shuffles."
    )


def near_their_places() -> str:
    return (
        "Rows that were given early come early in your epochs, and late ones late, far more than chance explains. "
        "After a shuffle of all rows any of them may come first, and the first batch may hold the last row. "
        "Ask of one row how far your shuffling can carry it."
    )


def same_neighbours() -> str:
    return (
        "From epoch to epoch the rows keep their neighbours: only the place where the order begins is another. "
        "Batches cut from such an order are nearly the same groups of rows again and again. "
        "Look at what your loop draws from the rng: an order of all rows, or a single number."
    )


def rng_ignored() -> str:
    return (
        "Your orders do not depend on the rng that you were given: another generator led to the same ones, or it was never asked. "
        "A generator that is handed in makes a run repeatable, and lets the caller decide. "
        "Look at where your random numbers come from."
    )


def rng_not_alone() -> str:
    return (
        "Two runs with the same data and equal generators went through the rows in different orders. "
        "Besides the rng that you were given, something else decides the order, so nobody can repeat your run. "
        "Look at where your random numbers come from."
    )


def no_such_batch(at: int, loss: float, epoch: int, batch: int) -> str:
    """at: the first loss that no choice of rows explains."""
    return (
        f"Loss {at + 1} (epoch {epoch + 1}, batch {batch + 1}) is {loss:.6g}: with the weights that a right loop has there, no batch of rows that were left has this loss. "
        "None of the usual mistakes explains it. "
        "Work one small case by hand and compare line by line."
    )


def ends_elsewhere(w: float, b: float) -> str:
    return (
        f"Every loss fits, but the final w = {w:.6g} and b = {b:.6g} do not follow from these updates. "
        "Compare what you return with the weights after the last update."
    )


def split_evenly(sizes: list[int], asked: int) -> str:
    """sizes: of the batches, where all but the last should hold `asked`."""
    return (
        f"Your batches hold {' or '.join(map(str, sizes))} rows, where each but the last should hold {asked}. "
        "Cutting into so many equal parts is not the same as cutting off so many rows at a time. "
        "Write down where the second batch should begin."
    )
