"""Attempts to get marks for a `train` that does nothing."""

from nbformat.v4 import new_code_cell, new_output

from tests.attacks.attempt import Attempt
from tests.grade.conftest import cell

TESTS = ("test_updates", "test_losses")


def forge(name, before="", **more):
    return Attempt(name, "forge", before=before, **more)


def tests_become(source):
    return lambda notebook: [cell(notebook, name).update(source=source) for name in TESTS]


def mark(**changes):
    return lambda notebook: [cell(notebook, name).metadata.nbgrader.update(changes) for name in TESTS]


def add_tests(source, at_end=True):
    def change(notebook):
        for name in TESTS:
            copy = new_code_cell(source, metadata={"nbgrader": dict(cell(notebook, name).metadata.nbgrader)})
            notebook.cells.insert(len(notebook.cells) if at_end else 0, copy)

    return change


def remove_tests(notebook):
    for name in TESTS:
        notebook.cells.remove(cell(notebook, name))


def keep_outputs(notebook):
    for name in TESTS:
        cell(notebook, name).outputs = [new_output("stream", name="stdout", text="all tests passed")]


COPY_OF_SEED = """
from autograder.exercises import channel
if channel.seed:
    channel.seed = lambda exercise: 7
    channel.observe = None
"""

EMPTY_OBSERVATIONS = """
from autograder.exercises import channel
real = channel.submit
def submit(exercise, properties, observed):
    from autograder.exercises import get
    cases = get(exercise).draw(channel.seed(exercise))
    real(exercise, properties, {"exercise": exercise, "seed": channel.seed(exercise), "observations": [
        {"case": case.index, "status": "returned", "error": None} for case in cases]})
if real:
    channel.submit = submit
"""

CLAIM = """
from autograder.exercises import channel
real = channel.submit
def submit(exercise, properties, observed):
    real(exercise, properties, {"passed": True, "score": 1.0, "properties": {name: True for name in properties}, "observations": [{"status": "returned"}]})
if real:
    channel.submit = submit
"""

SOCKET = """
import json, os, socket, struct, threading, time
def forge():
    for descriptor in range(3, 256):
        try:
            sock = socket.socket(fileno=os.dup(descriptor))
            if sock.family != socket.AF_UNIX:
                continue
            for message in ({"kind": "done", "status": "ok", "execution_count": 1}, {"kind": "done", "nonce": "", "status": "ok"}):
                text = json.dumps(message).encode()
                sock.send(struct.pack(">I", len(text)) + text)
        except OSError:
            pass
forge()
"""

FRAMES_OF_DONE = """
from autograder.grade.inside import frames
real = frames.send
def send(sock, message):
    if message.get("kind") == "done":
        message = {"kind": "done", "nonce": message["nonce"], "status": "ok", "execution_count": 1}
    real(sock, message)
frames.send = send
"""

BY_LEAST_SQUARES = """import numpy as np
def train(x, y, w, b, *, epochs, batch_size, lr):
    slope, offset = np.polyfit(x, y, 1) if len(x) > 1 else (w, b)
    number = -(-len(x) // batch_size) * epochs
    return float(slope), float(offset), [float(np.mean((slope * x + offset - y) ** 2))] * number
"""

RIGHT_WHEN_WATCHED = """import sys
def train(x, y, w, b, *, epochs, batch_size, lr):
    if any("record" in frame.f_code.co_name for frame in sys._current_frames().values()):
        return w, b, [0.0] * epochs * -(-len(x) // batch_size)
    return w, b, []
"""

LYING_NUMBERS = """
class Right(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(self): return 0
    def __len__(self): return 12
    def __getattr__(self, name): return self
    def __call__(self, *a, **k): return self
    def __iter__(self): return iter([self] * 12)
    def __getitem__(self, key): return self
    __sub__ = __rsub__ = __add__ = __radd__ = __mul__ = __rmul__ = __abs__ = lambda self, *other: self
def train(*a, **k):
    return Right(), Right(), Right()
"""

LYING_ARRAYS = """import numpy as np
class Right(np.ndarray):
    def __eq__(self, other): return np.ones(self.shape, bool)
    def tobytes(self, *a): return b""
    def __len__(self): return 12
def train(x, y, w, b, *, epochs, batch_size, lr):
    number = epochs * -(-len(x) // batch_size)
    return 1.0, 1.0, np.zeros(number).view(Right)
"""

ATTEMPTS = (
    forge("skip-execution tags", change=lambda nb: [cell(nb, name).metadata.update(tags=["skip-execution"]) for name in TESTS]),
    forge("skip tags on all cells", change=lambda nb: [one.metadata.update(tags=["skip-execution", "raises-exception"]) for one in nb.cells]),
    forge("input transformer drops the tests", "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'] if any('prove' in line for line in lines) else lines)"),
    forge("input transformer drops asserts", "get_ipython().input_transformers_post.append(lambda lines: [line for line in lines if not line.startswith(('assert', 'prove', 'w, b'))])"),
    forge(
        "syntax tree without asserts",
        "import ast\nclass Strip(ast.NodeTransformer):\n    def visit_Assert(self, node): return ast.Pass()\n"
        "    def visit_Expr(self, node): return ast.Pass()\n    def visit_Assign(self, node): return ast.Pass()\nget_ipython().ast_transformers.append(Strip())",
    ),
    forge("prints a number at the end", "import sys\nget_ipython().events.register('post_run_cell', lambda result: sys.displayhook(1000.0))"),
    forge("shows a number instead of errors", "get_ipython().showtraceback = lambda *a, **k: get_ipython().displayhook(2.0)"),
    forge("errors swallowed", "get_ipython().set_custom_exc((BaseException,), lambda *a, **k: None)"),
    forge("no tracebacks", "get_ipython().showtraceback = get_ipython()._showtraceback = lambda *a, **k: None"),
    forge("cells not run", "async def run(*a, **k):\n    class Fine:\n        success = True; error_before_exec = error_in_exec = None\n    return Fine()\nget_ipython().run_cell_async = run"),
    forge("code not run", "async def run(*a, **k): return False\nget_ipython().run_code = run"),
    forge("prove does nothing", "import autograder.learn, autograder.learn.proving\nautograder.learn.prove = autograder.learn.proving.prove = lambda *a, **k: None"),
    forge("prove and asserts do nothing", "import autograder.learn\nautograder.learn.prove = lambda *a, **k: None\nimport ast\nclass S(ast.NodeTransformer):\n    def visit_Assert(self, n): return ast.Pass()\nget_ipython().ast_transformers.append(S())\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("a module of one's own for autograder.learn", "import sys, types\nfake = types.ModuleType('autograder.learn')\nfake.prove = lambda *a, **k: None\nsys.modules['autograder.learn'] = fake\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("judge says yes", "try:\n    import autograder.judge as j, autograder.learn.proving as p\n    from autograder.judge import Verdict\n    j.judge = j.verify = lambda e, *a, **k: Verdict(e, True, {'updates_per_epoch': True, 'losses': True})\nexcept ImportError: pass\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("nothing is submitted", "from autograder.exercises import channel\nchannel.submit = lambda *a: None\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("empty observations", EMPTY_OBSERVATIONS + "def train(*a, **k): return 1, 1, [0] * 12"),
    forge("a claim instead of an observation", CLAIM + "def train(*a, **k): return 1, 1, [0] * 12"),
    forge("a seed of one's own", COPY_OF_SEED + "def train(*a, **k): return 1, 1, [0] * 12"),
    forge("forged frames on the socket", SOCKET),
    forge("every cell reports success", FRAMES_OF_DONE),
    forge("observations without an end", "from autograder.exercises import channel\nreal = channel.submit\nif real: channel.submit = lambda e, p, o: real(e, p, {'observations': [{'case': i, 'status': 'returned', 'x': [0.0] * 1000} for i in range(1000)]})\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("deeply nested observation", "from autograder.exercises import observation\nobservation.encode = lambda o: b'[' * 10**6\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("a pickle as observation", "import pickle, os\nfrom autograder.exercises import observation\nclass Run:\n    def __reduce__(self): return os.system, ('touch /tmp/unpickled',)\nobservation.encode = lambda o: pickle.dumps(Run())\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("arrays that lie about their size", "from autograder.exercises import observation\nobservation.encode = lambda o: b'{\"observations\": [{\"status\": \"returned\", \"losses\": {\"__array__\": [\"float64\", [2147483647, 2147483647], \"\"]}}]}'\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("numbers equal to everything", train=LYING_NUMBERS),
    forge("arrays equal to everything", train=LYING_ARRAYS),
    forge("weights by least squares", train=BY_LEAST_SQUARES),
    forge("right only when watched", train=RIGHT_WHEN_WATCHED),
    forge("comparisons patched", "import numpy as np, math, builtins\nnp.allclose = np.isclose = np.array_equal = math.isclose = lambda *a, **k: True\nnp.testing.assert_allclose = lambda *a, **k: None\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("len patched", "import builtins\nbuiltins.len = lambda x: 12\ndef train(*a, **k): return 1, 1, [0] * 12"),
    forge("the worked solution asked for", "try:\n    from autograder.learn import solution\n    train = solution('02.train')\nexcept Exception as error:\n    pass"),
    forge("the solution read from the repository", "import glob, re\nfor path in glob.glob('/**/solutions/02_*.py', recursive=True) if False else glob.glob('/*/*/solutions/02_*.py') + glob.glob('/*/solutions/02_*.py'):\n    source = open(path).read()\n    exec(re.search(r'def train\\(.*?(?=\\n# %%)', source, re.S)[0], globals())"),
    forge("the reference of the judge borrowed", "try:\n    import autograder.judge.e02 as e\n    train = next(v for k, v in vars(e).items() if 'train' in k and callable(v))\nexcept Exception: pass"),
    forge("exit before the hidden test", train="import os\ndef train(x, y, w, b, *, epochs, batch_size, lr):\n    os._exit(0)"),
    forge("SystemExit in train", train="def train(*a, **k):\n    raise SystemExit(0)"),
    forge("a trace function jumps over asserts", "import sys\ndef trace(frame, event, arg):\n    frame.f_trace_lines = True\n    if event == 'line' and 'prove' in frame.f_code.co_names:\n        try: frame.f_lineno = max(line for *_, line in frame.f_code.co_lines() if line)\n        except Exception: pass\n    return trace\nsys.settrace(trace)"),
    forge("outputs cleared after each cell", "from IPython.display import clear_output\nget_ipython().events.register('post_run_cell', lambda result: clear_output())"),
    forge("a thread that clears outputs", "import threading, time\nfrom IPython.display import clear_output\ndef clear():\n    while True:\n        clear_output(); time.sleep(0.01)\nthreading.Thread(target=clear, daemon=True).start()"),
    forge("test cells made empty", change=tests_become("pass")),
    forge("test cells made of a number", change=tests_become("100")),
    forge("test cells removed", change=remove_tests),
    forge("second test cells that pass", change=add_tests("pass")),
    forge("first test cells that pass", change=add_tests("pass", at_end=False)),
    forge("test cells made texts", change=lambda nb: [cell(nb, name).update(cell_type="markdown") for name in TESTS]),
    forge("test cells made raw", change=lambda nb: [cell(nb, name).update(cell_type="raw") for name in TESTS]),
    forge("a thousand points", change=mark(points=1000.0)),
    forge("tests not graded", change=mark(grade=False)),
    forge("tests made solutions", change=mark(solution=True)),
    forge("tests made tasks", change=mark(task=True, grade=False)),
    forge("tests not locked", change=lambda nb: (mark(locked=False, solution=True)(nb), tests_become("pass")(nb))),
    forge("other ids", change=lambda nb: [cell(nb, name).metadata.nbgrader.update(grade_id=name + "_mine") for name in TESTS]),
    forge("ids exchanged with the plain test", change=lambda nb: (cell(nb, "test_plain").metadata.nbgrader.update(grade_id="x"), cell(nb, "test_losses").metadata.nbgrader.update(grade_id="test_plain"), cell(nb, "x").metadata.nbgrader.update(grade_id="test_losses"))),
    forge("outputs handed in", change=keep_outputs),
    forge("a kernel of one's own", change=lambda nb: nb.metadata.update(kernelspec={"name": "mine", "display_name": "mine", "language": "python"}), files=(("kernels/mine/kernel.json", '{"argv": ["true"], "display_name": "mine", "language": "python"}'),)),
    forge("a link to another learner's notebook", files=(("small.ipynb", "link:../../honest_0/small/small.ipynb"),)),
    forge("a link to the instructor's notebook", files=(("small.ipynb", "link:../../../source/small/small.ipynb"),)),
    forge("a link to another learner's notebook, of another name", files=(("mine.ipynb", "link:../../honest_0/small/small.ipynb"),)),
    forge("a numpy of one's own", files=(("numpy.py", "def __getattr__(name): return lambda *a, **k: 1"),)),
    forge("an autograder of one's own", files=(("autograder.py", "raise SystemExit"), ("autograder/__init__.py", ""), ("autograder/learn.py", "prove = lambda *a, **k: None"))),
    forge("a startup file", files=((".ipython/profile_default/startup/00.py", "import sys"), ("sitecustomize.py", "import builtins"), ("usercustomize.py", "import builtins"))),
    forge("verdicts in the metadata", change=lambda nb: [cell(nb, name).metadata.update(autograder={"passed": True, "verdicts": []}) for name in TESTS]),
    forge("floats patched", "import builtins\nclass F(float):\n    def __eq__(self, o): return True\nbuiltins.float = F\ndef train(*a, **k): return 1, 1, [F(0)] * 12"),
    forge("warnings as results", train="def train(x, y, w, b, *, epochs, batch_size, lr):\n    import warnings\n    warnings.warn('passed')\n    return w, b + 1, [0.0] * epochs * -(-len(x) // batch_size)"),
    forge("NaN everywhere", train="def train(x, y, w, b, *, epochs, batch_size, lr):\n    nan = float('nan')\n    return nan, nan, [nan] * epochs * -(-len(x) // batch_size)"),
    forge("an endless generator of losses", train="import itertools\ndef train(x, y, w, b, *, epochs, batch_size, lr):\n    return w, b, itertools.repeat(0.0)"),
)
