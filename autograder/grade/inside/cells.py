"""How a cell is compiled: as in any kernel, and known to `inspect` as no module's."""

import inspect
import os

from IPython.core.compilerop import CachingCompiler


class CellCompiler(CachingCompiler):
    """Spares each traceback a walk through all loaded modules, in search of the one that a cell's text came from.

    `inspect.getmodule` finds none after that walk. Besides its time, the walk writes to thousands of pages
    of memory that the fork server and its children share, each of which is copied then.
    """

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        """The cell's file name, as IPython makes it."""
        name = super().get_code_name(raw_code, transformed_code, number)
        for path in (name, os.path.normcase(os.path.abspath(name))):
            inspect.modulesbyfile[path] = ""  # the name of no module: what a search would end with
        return name
