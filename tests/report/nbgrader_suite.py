"""nbgrader's own autograde tests, which ship inside its package, with the sandbox in the place of its executor.

    python tests/report/nbgrader_suite.py            all of them, some six minutes
    python tests/report/nbgrader_suite.py -k grade   some, with pytest's own words

`CANNOT` names those that cannot pass, and why.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = "nbgrader.tests.apps.test_nbgrader_autograde"
CONFIG = "c = get_config()\nfrom autograder.grade import use_sandbox\nuse_sandbox(c)\n"
CANNOT = {
    "test_side_effects": "it wants a file that the submission wrote beside the autograded notebook; "
    "what a submission writes stays in the sandbox, and ends with it",
}


def run_suite(*words: str) -> subprocess.CompletedProcess:
    """Run them in a process of their own, whose only configuration is the sandbox."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "nbgrader_config.py").write_text(CONFIG)
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        settings = {"JUPYTER_CONFIG_DIR": folder, "PATH": path, "OMP_NUM_THREADS": "1"}
        left_out = [word for name in CANNOT for word in ("--deselect", f"::TestNbGraderAutograde::{name}")]
        command = [sys.executable, "-m", "pytest", "--pyargs", TESTS, "-c", os.devnull, "--rootdir", folder, "-p", "no:cacheprovider", "-q", *left_out, *words]
        return subprocess.run(command, cwd=folder, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


if __name__ == "__main__":
    done = run_suite(*sys.argv[1:])
    print(done.stdout)
    sys.exit(done.returncode)
