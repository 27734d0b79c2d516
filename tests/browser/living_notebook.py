"""A notebook in real JupyterLab in headless Chromium, for tests and benchmarks that need the real thing."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

CHROMIUM_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
)  # fmt: skip
REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 90_000  # milliseconds for one look or press, on a machine that does other things too


def chromium() -> str | None:
    """The installed browser, or None."""
    return next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )


def notebook_of(sources: list[str]) -> dict:
    """A cleared notebook with these code cells."""
    cells = [
        {"cell_type": "code", "id": f"cell-{k}", "execution_count": None, "metadata": {}, "outputs": [], "source": text}
        for k, text in enumerate(sources)
    ]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


@contextlib.contextmanager
def jupyterlab(notebooks: dict[str, dict], dark: bool = False) -> Iterator[tuple[str, Path]]:
    """A server on a folder of its own with these notebooks: (address up to "/lab", folder)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for notebook, content in notebooks.items():
            (folder / notebook).write_text(json.dumps(content))
        with jupyterlab_on(folder, dark) as address:
            yield address, folder


@contextlib.contextmanager
def jupyterlab_on(folder: Path, dark: bool = False, **variables: str) -> Iterator[str]:
    """A server started in this folder, its own files in `.jupyter-home` there; gives the address up to "/lab".

    variables: of the environment, over those that keep it apart from the user's own Jupyter.
    """
    port = _free_port()
    environment = {**_environment(folder, dark), **variables}
    with open(folder / ".jupyter-home" / "server.log", "w") as log:
        server = subprocess.Popen(_command(folder, port), cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


@contextlib.contextmanager
def browser_page(width: int = 1280, height: int = 900) -> Iterator:
    """A page of a headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        try:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_default_timeout(PATIENCE)
            yield page
        finally:
            browser.close()


def open_notebook(page, address: str, name: str) -> None:
    """Open it and wait until its kernel has a name and is idle, twice: at first it may say so too early."""
    page.goto(f"{address}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-Notebook-cell", timeout=60_000)
    for _ in range(2):
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_timeout(300)


def run_all(page) -> None:
    """Run every cell and wait until the kernel rests."""
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    for _ in range(2):
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_timeout(300)


def save(page) -> None:
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")


IDLE = """() => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const session = panel?.sessionContext?.session;
  return Boolean(session?.kernel?.name) && session.kernel.status === "idle";
}"""


def _command(folder: Path, port: int) -> list[str]:
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "IdentityProvider.token": "",
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": False,
        "LabApp.expose_app_in_browser": True,
        "LabApp.extension_manager": "readonly",
    }
    return [
        sys.executable,
        "-m",
        "jupyter",
        "lab",
        "--allow-root",
        *(f"--{name}={value}" for name, value in options.items()),
    ]


def _environment(folder: Path, dark: bool) -> dict[str, str]:
    home = folder / ".jupyter-home"
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    theme = "JupyterLab Dark" if dark else "JupyterLab Light"
    (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    (settings / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False})
    )
    places = {
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTER_DATA_DIR": home / "data",
        "IPYTHONDIR": home / "ipython",
        "AUTOGRADER_PROGRESS": home / "progress.json",
        "PYTHONPATH": REPOSITORY,
    }
    return {**os.environ, **{name: str(place) for name, place in places.items()}}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=2).close()
            return
        time.sleep(0.2)
    raise TimeoutError(f"JupyterLab did not answer at {address} within {seconds} s")
