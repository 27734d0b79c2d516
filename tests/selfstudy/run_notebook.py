"""Run one notebook with the Python that runs this file; print its kernel's peak memory in MB. For test_binder."""

import resource
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

if __name__ == "__main__":
    path = Path(sys.argv[1])
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
