"""Run a notebook from top to bottom in a kernel of its own, always under the same conditions."""

import os
import re
import tempfile
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from autograder.errors import UserError

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
SECONDS_PER_CELL = 120
_MATPLOTLIB = "svg.hashsalt: ten-updates\n"


def execute(notebook: NotebookNode, name: str) -> None:
    """Fill in the outputs. The kernel works in an empty folder and sees nothing of the user's own settings.

    name: how to call the notebook in an error. Raises UserError where a cell fails, hangs or kills the kernel.
    """
    with tempfile.TemporaryDirectory(prefix="autograder-build-") as folder:
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=SECONDS_PER_CELL,
            store_widget_state=False,
            coalesce_streams=True,
            record_timing=False,
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute(env=_conditions(Path(folder)))
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise UserError(f"{name} does not run to its end.\n{_told(notebook, error)}") from None


def _told(notebook: NotebookNode, error: Exception) -> str:
    """Which cell stopped, and with what."""
    if isinstance(error, CellExecutionError):
        return _ANSI.sub("", str(error)).strip()
    started = [cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
    last = f"\nThe last cell that gave an output begins: {started[-1].source[:200]}" if started else ""
    return f"{error}{last}"


def _conditions(folder: Path) -> dict[str, str]:
    """The kernel's environment: one thread, a fixed hash seed, an empty progress, nobody's configuration."""
    settings = folder / "settings"
    settings.mkdir()
    (settings / "matplotlibrc").write_text(_MATPLOTLIB)
    threads = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    own = {
        "AUTOGRADER_PROGRESS": str(settings / "progress.json"),
        "COLUMNS": "80",
        "IPYTHONDIR": str(settings / "ipython"),
        "LC_ALL": "C.UTF-8",
        "MATPLOTLIBRC": str(settings / "matplotlibrc"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MPL"))}
    return others | threads | own
