"""`autograder site`: the worked notebooks as static pages, to read without a kernel.

Written with nbconvert and a small template (`page/`). Worked solutions are folded away, hidden tests are
left out; still, whoever teaches with the course shows these pages after the work is in.
"""

import argparse
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from autograder.build.formulas import with_mathml
from autograder.errors import UserError

_HIDDEN = re.compile(r"^### BEGIN HIDDEN TESTS\n.*?^### END HIDDEN TESTS\n?", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^\s*### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
_LINK = re.compile(r"\(\.\./(\d\d_\w+)/\1\.ipynb\)")
_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ten Updates</title>
<meta name="description" content="A course on what a training loop really does, to read without installing anything.">
<style>
body {{ max-width: 42rem; margin: 0 auto; padding: 1rem; font-family: system-ui, sans-serif; line-height: 1.5; }}
body {{ color: #1f2328; background: #fff; }}
a {{ color: #0b5cad; }}
ul {{ list-style: none; padding: 0; }}
li {{ margin: 0.8rem 0; }}
</style>
</head>
<body>
<main>
<h1>Ten Updates</h1>
<p>What does a training loop really do? These are the worked notebooks of the course, with their pictures, to read
as they are. To move the sliders and write the loops yourself, open the course in JupyterLab.</p>
<ul>
{items}
</ul>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Page:
    """A notebook as a page: the file's name, its heading, its first sentences, and its neighbours."""

    file: str
    title: str
    summary: str = ""
    before: "Page | None" = None
    after: "Page | None" = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    where = Path("artefacts/site")
    parser.add_argument("--to", type=Path, default=where, metavar="FOLDER", help=f"where the pages go ({where.as_posix()})")


def run(args: argparse.Namespace) -> int:
    """Write index.html and one page per notebook. Raises UserError where a notebook has not been built."""
    import nbformat

    from autograder.build.tree import find_root, notebooks

    root = find_root()
    read = {}
    for notebook in notebooks(root, []):
        if not notebook.solution.is_file():
            raise UserError(f"{notebook.solution.relative_to(root)} is missing: run autograder build first.")
        read[notebook.name] = nbformat.read(notebook.solution, as_version=4)
    args.to.mkdir(parents=True, exist_ok=True)
    course = pages(read)
    (args.to / "index.html").write_text(index(course), encoding="utf-8")
    for page, notebook in zip(course, read.values()):
        (args.to / page.file).write_text(render(notebook, page), encoding="utf-8")
    print(f"{len(read)} pages and their index: {args.to / 'index.html'}")
    return 0


def pages(read: dict) -> list[Page]:
    """The page of each notebook in order, each with its neighbours. read: name -> notebook."""
    alone = [_page(name, notebook) for name, notebook in read.items()]
    around = zip([None, *alone[:-1]], alone, [*alone[1:], None])
    return [Page(one.file, one.title, one.summary, before, after) for before, one, after in around]


def _page(name: str, notebook) -> Page:
    words = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    heading, _, rest = words[0].partition("\n")
    summary = re.sub(r"[*`$]", "", " ".join(rest.strip().split("\n\n")[0].split()))
    return Page(f"{name}.html", heading.lstrip("# "), summary)


def render(notebook, page: Page) -> str:
    """The page of one executed notebook, as HTML that needs no other file."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="page", extra_template_basedirs=[str(Path(__file__).parent)])
    for cell in notebook.cells:
        cell.source = _LINK.sub(r"(\1.html)", _MARK.sub("", _HIDDEN.sub("", cell.source))).rstrip()
        if cell.cell_type == "markdown":
            cell.source = with_mathml(cell.source)
    named = {"page": page, "metadata": {"name": f"{page.title} · Ten Updates"}}
    return exporter.from_notebook_node(notebook, resources=named)[0]


def index(course: list[Page]) -> str:
    """The page that leads to all others."""
    items = (f'<li><a href="{page.file}">{escape(page.title)}</a><br>{escape(page.summary)}</li>' for page in course)
    return _INDEX.format(items="\n".join(items))
