# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 00 · Start here
#
# A model is trained in two loops: epochs outside, batches inside. Five things happen for each batch, and one of
# them is called `zero_grad`. Why does it stand there? What happens to a gradient between two batches, to the
# weights between two epochs? Many explanations get half of this wrong. In this course you find out by
# running it, from a single update by hand to a network that reads handwritten digits.
#
# **After this notebook you can** tell whether everything is installed, run a check, take a hint, move a slider,
# and see where you stand. **Time:** 10 minutes. **Builds on:** a little Python; arrays and functions will do.

# %% [markdown]
# ## Running a cell
#
# A notebook is made of cells. Click into the next one, or move to it with the arrow keys, and press
# **Shift + Enter**: it runs, its result appears below, and you are at the next cell.
#
# This one looks at your installation, thing by thing.

# %%
from autograder.learn import check, hint, installation, outcome, predict, progress

installation()

# %% [markdown]
# ## Predict first
#
# Before each experiment you are asked what you expect. Nobody marks it, and a wrong guess is worth more than a
# right one: it shows where to look. Your answer is kept on this computer alone, also when you close the notebook.
#
# Choose with the mouse. Or without: run the cell with **Ctrl + Enter**, which stays there, press **Tab** until you are
# at your answer, then the **space bar**.

# %%
predict(
    "00-sum",
    "What does Python say to 0.1 + 0.2 == 0.3?",
    choices=["True", "False"],
)

# %%
outcome("00-sum", 0.1 + 0.2 == 0.3, "Python says {value}.")
print(f"0.1 + 0.2 is {0.1 + 0.2!r}")

# %% [markdown]
# Numbers in a computer are rounded in the last digits. So when two ways to train give "the same" weights here,
# they agree in all digits but the last few, and the notebook prints how large the difference is.
#
# ## Exercises and checks
#
# An exercise is a function with a line that says `raise NotImplementedError`. You put your own code in its
# place. The cell below it holds a check. It does not compare your code with anybody's: it runs your function and looks
# at **what it did**. Any way to write it that gives the right numbers is right.
#
# Here is a first try at the first exercise of the next notebook: predictions of a straight line,
# slope `w` times `x` plus intercept `b`. Something is missing. What does the check make of it?

# %%
def forward(x, w, b):
    return w * x


check("01.forward", forward, practice=True)

# %% [markdown]
# - **✓ holds** and **✗ not yet** stand in front of each thing that is asked. Each counts on its own: what holds, holds.
# - The sentence below says what your code did, with numbers. If several things are wrong, the cause comes first.
# - In the other notebooks a check that fails also stops **Run All Cells** right there, with one line that says why.
#   You can still click into any later cell and go on.
# - An exercise that you have not touched is *not attempted*. That is not the same as wrong.
#
# Now repair `forward` above, and run its cell again. (This was for practice. It will count in the next notebook.)

# %% [markdown]
# ## Hints, and a way out
#
# Stuck? Each exercise has a few hints. The first is a nudge, the last is nearly there, and none of them is the code.
# Run a hint's cell again to get the next one. To try it, take the `#` away:

# %%
# hint("01.forward")

# %% [markdown]
# If you want to move on all the same: once you have checked your own attempt, `solution("01.forward")` shows one way
# to write it, and `forward = solution("01.forward")` lets you use it further down. Hints and solutions cost no
# points. In a graded course, though, only code that stands in your notebook counts.
#
# ## Sliders
#
# Each notebook has a lab with sliders. A slider takes the mouse, and it takes the keyboard: **Tab** to it, then the
# arrow keys. Whatever a picture shows is also said in words below it, with the same numbers.

# %%
from autograder.labs import one_update

one_update()

# %% [markdown]
# You need not understand this picture yet: the next notebook builds it up. Try the learning rate: where
# does the point go when the step is large?
#
# ## Where you stand
#
# `progress()` lists all exercises. It is kept in one small file in the course's folder, `.progress/progress.json`; delete
# it to start afresh. It outlives restarts of the kernel, and several notebooks can be open at once.

# %%
progress()

# %% [markdown]
# ## When something goes wrong
#
# - **A name is not defined:** an earlier cell has not been run. *Run → Run All Above Selected Cell* helps.
# - **A cell never ends:** its number is a star, `[*]`. *Kernel → Interrupt* stops it. Look at the loop's end.
# - **Nothing makes sense any more:** *Kernel → Restart Kernel and Run All Cells*. Your text, answers and progress stay.
# - **A slider is missing or dead:** run its cell again; it needs the running kernel.
#
# ## The way ahead
#
# 1. [One update](../01_one_update/01_one_update.ipynb): forward, loss, gradient, update, all by hand.
# 2. [Batches and epochs](../02_batches_and_epochs/02_batches_and_epochs.ipynb): the two loops, and what they count.
# 3. [What carries over](../03_what_carries_over/03_what_carries_over.ipynb): from batch to batch and from epoch to epoch.
# 4. [Why gradients accumulate](../04_why_gradients_accumulate/04_why_gradients_accumulate.ipynb): you write a small autograd and need `+=`.
# 5. [zero_grad](../05_zero_grad/05_zero_grad.ipynb): where the reset may stand and where not, and a hunt for bugs.
# 6. [Accumulate on purpose](../06_accumulate_on_purpose/06_accumulate_on_purpose.ipynb): large batches in small pieces.
# 7. [Claims on trial](../07_claims_on_trial/07_claims_on_trial.ipynb): what people say about training, tried one by one.
# 8. [Real digits](../08_real_digits/08_real_digits.ipynb): the same loop reads handwriting.
#
# They build on each other, and each says at its top what it needs. On to [number one](../01_one_update/01_one_update.ipynb)!
