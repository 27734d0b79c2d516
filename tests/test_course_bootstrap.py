"""What ./course does, on a small copy of the repository whose lock names two packages made here."""

import ast
import os
import shutil
import subprocess
import sys
import time
import zipfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[1] / "course"
BACKEND = '''
import zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "autograder-1-py3-none-any.whl"
    with zipfile.ZipFile(folder + "/" + name, "w") as wheel:
        wheel.writestr("told.py", """
import os, sys
def main():
    print(sys.argv[1:], os.environ["PATH"].split(os.pathsep)[0])
    return 7 if "fail" in sys.argv else 0
""")
        info = "autograder-1.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: autograder\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "entry_points.txt", "[console_scripts]\\nautograder = told:main\\n")
        wheel.writestr(info + "RECORD", "")
    return name
'''


def make_wheel(folder: Path, name: str, version: str, source: str = "") -> None:
    info = f"{name}-{version}.dist-info/"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", source)
        wheel.writestr(info + "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(info + "RECORD", "")


class Copy:
    """A repository of `course`, a lock and a project, and the way to run it without a network."""

    def __init__(self, root: Path):
        self.root, self.wheels = root / "a copy", root / "wheels"
        self.root.mkdir(parents=True)
        self.wheels.mkdir()
        make_wheel(self.wheels, "torch", "2.13.0")
        make_wheel(self.wheels, "torch", "0.1", "raise OSError('libcublas.so is missing')")
        make_wheel(self.wheels, "pins", "1.0")
        make_wheel(self.wheels, "pins", "1.1")
        shutil.copy(COURSE, self.root / "course")
        (self.root / "backend.py").write_text(BACKEND)
        self.write("pins==1.0", "torch==2.13.0")

    def write(self, *pins: str, project: str = "1") -> None:
        (self.root / "requirements.lock").write_text("\n".join(pins) + "\n")
        build = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        (self.root / "pyproject.toml").write_text(build + f"# {project}\n")

    def run(self, *words: str, python: str = sys.executable, **environment: str) -> subprocess.CompletedProcess:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        command = [python, str(self.root / "course"), *words]
        return subprocess.run(command, env=plain | settings | environment, capture_output=True, text=True, timeout=120)

    def version_of_pins(self) -> str:
        found = list((self.root / ".venv").glob("lib/*/site-packages/pins-*.dist-info"))
        return ", ".join(sorted(path.name.split("-")[1].removesuffix(".dist") for path in found))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Copy:
    """A copy that is set up; the tests that leave it broken stand last."""
    copy = Copy(tmp_path_factory.mktemp("course"))
    assert copy.run("check").returncode == 0
    return copy


@pytest.fixture
def script(monkeypatch, tmp_path):
    """The script as a module, its environment in an empty folder."""
    loader = SourceFileLoader("course_script", str(COURSE))
    module = module_from_spec(spec_from_loader("course_script", loader))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(module)
    monkeypatch.setattr(module, "ENV", str(tmp_path / ".venv"))
    return module


def test_the_first_run_tells_its_progress_and_passes_every_word_on(tmp_path):
    copy = Copy(tmp_path)
    done = copy.run("check", "--json", "05.train")
    assert done.stdout == f"['check', '--json', '05.train'] {copy.root / '.venv' / 'bin'}\n"
    assert done.stderr.splitlines() == [
        "course: making the environment in .venv",
        "course: installing up to 2 packages, once; a few minutes",
        "course: 2/2 unpacking them all",
        "course: installing the autograder package",
        "course: set up; the next start takes no time",
    ]


def test_the_second_run_starts_within_a_second_and_installs_nothing(made):
    start = time.perf_counter()
    done = made.run("check")
    assert (done.returncode, done.stderr, time.perf_counter() - start < 1) == (0, "", True)


def test_the_exit_status_is_the_commands_own(made):
    assert made.run("fail").returncode == 7


def test_a_changed_project_installs_the_package_alone(made):
    made.write("pins==1.0", "torch==2.13.0", project="2")
    assert made.run("check").stderr.splitlines() == [
        "course: installing the autograder package",
        "course: set up; the next start takes no time",
    ]


def test_a_changed_lock_installs_what_it_names(made):
    made.write("pins==1.1", "torch==2.13.0", project="2")
    assert (made.run("check").returncode, made.version_of_pins()) == (0, "1.1")


def test_a_half_made_environment_is_started_anew_even_by_its_own_python(made):
    (made.root / ".venv" / "course-stamp").unlink()
    (made.root / ".venv" / "left over").touch()
    done = made.run("check", python=str(made.root / ".venv" / "bin" / "python"))
    assert done.returncode == 0 and "course: mending a half-made .venv: starting it anew" in done.stderr
    assert not (made.root / ".venv" / "left over").exists()


def test_a_moved_repository_gets_its_environment_anew(tmp_path, made):
    shutil.copytree(made.root, tmp_path / "moved", symlinks=True)
    moved = Copy.__new__(Copy)
    moved.root, moved.wheels = tmp_path / "moved", made.wheels
    assert moved.run("check").stdout == f"['check'] {tmp_path / 'moved' / '.venv' / 'bin'}\n"


@pytest.mark.parametrize(
    ("pins", "environment", "line"),
    [
        (
            ["pins==1.0"],
            {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"},
            "course: no network: the packages could not be fetched; connect, then run this again",
        ),
        (
            ["pins==9.9"],
            {},
            "course: pip stopped: Could not find a version that satisfies the requirement pins==9.9 "
            "(from versions: 1.0, 1.1) (tested with Python 3.11 to 3.13)",
        ),
        (
            ["pins==1.0", "torch==0.1"],
            {},
            "course: torch does not start: its builds without CUDA are at https://download.pytorch.org/whl/cpu; "
            "make that address reachable, then run this again",
        ),
    ],
    ids=["no network", "no such package", "torch of another kind"],
)
def test_what_stops_the_set_up_is_said_in_one_line_and_tried_again_next_time(made, pins, environment, line):
    made.write(*pins)
    done = made.run("check", **environment)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, line)
    assert not (made.root / ".venv" / "course-stamp").exists()


def test_a_python_too_old_is_told_so(script, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert script.main(["demo"]) == 1
    assert capsys.readouterr().err == (
        "course: Python 3.9 is too old: install Python 3.11 to 3.13 (https://www.python.org/downloads), "
        "then run it on this file, such as `python3.12 course demo`\n"
    )


def test_old_pythons_can_read_the_script():
    ast.parse(COURSE.read_text(), feature_version=(3, 6))


def test_a_python_without_venv_is_told_so(script, monkeypatch, capsys):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else name)
    assert script.main(["demo"]) == 1
    assert capsys.readouterr().err == (
        "course: this Python has no venv module: install it (Debian, Ubuntu: `sudo apt install python3-venv`), "
        "then run this again\n"
    )


def test_test_and_lab_stand_for_programs_of_the_environment(script, monkeypatch):
    monkeypatch.setattr(script.os, "chdir", lambda folder: None)
    assert script.command(["test", "-x"])[1:] == ["-m", "pytest", "-n", "auto", "--dist", "loadfile", "-x"]
    assert script.command(["lab", "--no-browser"])[1:] == [
        "-m", "jupyterlab", "--LabApp.default_url=/lab/tree/notebooks", "--no-browser",
    ]  # fmt: skip


def test_no_word_explains_the_words(script, capsys):
    assert script.main([]) == 0
    assert "./course demo" in capsys.readouterr().out
