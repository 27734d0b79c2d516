"""What a Binder link promises: environment.yml alone gives the tested versions, small enough, without a download."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path for path in (ROOT / "solutions").glob("*/*.ipynb") if path.stem == path.parent.name)
pytestmark = pytest.mark.xdist_group("image")

PACKAGES_LIMIT = 1500 * 10**6
MEMORY_LIMIT = 1000
CPU_WHEELS = "https://download.pytorch.org/whl/cpu"


def environment() -> dict:
    return YAML(typ="safe").load(ROOT / "environment.yml")


def pip_part() -> list[str]:
    return environment()["dependencies"][-1]["pip"]


def locked() -> dict[str, set[str]]:
    """Package -> its pinned versions (more than one where they depend on the Python)."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE):
        pins.setdefault(plain_name(name), set()).add(version)
    return pins


def plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_environment_is_a_python_that_repo2docker_knows_and_the_package_at_the_locks_versions():
    assert environment() == {
        "name": "ten-updates",
        "channels": ["conda-forge"],
        "dependencies": [
            "python=3.11",
            "pip",
            {"pip": [f"--extra-index-url {CPU_WHEELS}", "--constraint requirements.lock", "--editable ."]},
        ],
    }


def test_nothing_hides_the_environment_file():
    assert [name for name in ("binder", ".binder", "Dockerfile", "environment.yaml") if (ROOT / name).exists()] == []


def test_repo2docker_finds_the_environment_and_prints_the_dockerfile_it_would_build():
    tool = Path(sys.executable).with_name("jupyter-repo2docker")
    printed = subprocess.run([tool, "--no-build", "--debug", ROOT], capture_output=True, text=True, timeout=120)
    dockerfile = printed.stdout + printed.stderr
    assert printed.returncode == 0, dockerfile
    assert "environment-2epy-2d3-2e11-2dlinux" in dockerfile
    copied = dockerfile.index("COPY --chown=0:0 src/")
    updated = dockerfile.index('env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"')
    assert copied < updated  # the package and the lock are there when pip asks for them


def test_the_readmes_link_opens_the_first_notebook_in_jupyterlab():
    links = re.findall(r"https://mybinder\.org/v2/[^)\s]+", (ROOT / "README.md").read_text())
    asked = {link.partition("?")[2] for link in links}
    assert asked == {"urlpath=lab%2Ftree%2Fnotebooks%2F00_start_here%2F00_start_here.ipynb"}


def test_the_lock_holds_every_package_that_the_project_needs_itself():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [*project["dependencies"], *sum(project["optional-dependencies"].values(), [])]
    names = {plain_name(re.match(r"[\w.-]+", one)[0]) for one in named} - {"autograder"}
    assert names - locked().keys() == set()


@pytest.fixture(scope="session")
def image(tmp_path_factory) -> Path:
    """A fresh environment from environment.yml's pip part, as conda installs it: the folder of its Python."""
    folder = tmp_path_factory.mktemp("image")
    repository = folder / "repository"
    left_out = shutil.ignore_patterns(".venv", ".git", "class", "artefacts", "__pycache__")
    shutil.copytree(ROOT, repository, ignore=left_out)
    (repository / "condaenv.requirements.txt").write_text("\n".join(pip_part()) + "\n")
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    # No retries: where the index of torch's CPU builds is out of reach, each package would wait for it.
    install = [folder / "env/bin/python", "-m", "pip", "install", "-q", "-U", "--retries", "0"]
    done = subprocess.run([*install, "-r", "condaenv.requirements.txt"], cwd=repository, capture_output=True, text=True, timeout=900)
    if "NewConnectionError" in done.stderr and done.returncode:
        pytest.skip("Not on this system: no package index within reach")
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.mark.timeout(1200)
def test_the_pip_part_installs_the_locked_versions_and_no_test_tool(image):
    listed = subprocess.run([image / "env/bin/python", "-m", "pip", "list", "--format=json"], capture_output=True, check=True)
    found = {plain_name(one["name"]): one["version"].partition("+")[0] for one in json.loads(listed.stdout)}
    ours = {name: version for name, version in found.items() if name not in ("pip", "setuptools", "autograder")}
    pins = locked()
    assert {name: version for name, version in ours.items() if version not in pins.get(name, ())} == {}
    assert {"torch", "nbgrader", "jupyterlab", "autograder"} <= found.keys()
    assert {"pytest", "playwright", "distributed", "nvidia-cublas-cu12", "triton"} & found.keys() == set()


def test_the_images_python_packages_stay_under_one_and_a_half_gigabytes(image):
    packages = [path for path in (image / "env").rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in packages) < PACKAGES_LIMIT


@pytest.mark.timeout(400)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_runs_in_it_without_a_network_under_half_of_binders_memory(image, notebook, tmp_path):
    copy = image / "repository" / notebook.relative_to(ROOT)
    runner = [image / "env/bin/python", Path(__file__).with_name("run_notebook.py"), copy]
    cut_off = ["bwrap", "--dev-bind", "/", "/", "--unshare-net"] if can_cut_off() else []
    path = f"{image / 'env/bin'}{os.pathsep}{os.environ['PATH']}"
    plain = {"PATH": path, "HOME": str(tmp_path), "OMP_NUM_THREADS": "1"}
    done = subprocess.run([*cut_off, *runner], env=plain, capture_output=True, text=True, timeout=380)
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[-1]) < MEMORY_LIMIT


def can_cut_off() -> bool:
    """Whether bubblewrap can take the network away here."""
    tool = shutil.which("bwrap")
    if tool is None:
        return False
    tried = subprocess.run([tool, "--dev-bind", "/", "/", "--unshare-net", "true"], capture_output=True)
    return tried.returncode == 0
