"""The cells of one notebook, performed in order; a cell that kills the process costs only itself."""

from autograder.grade.inside.limits import Limits
from autograder.grade.sandbox import Sandbox
from autograder.grade.session import Outcome, Session

REVIVALS = 3


class Rehearsal:
    """Runs cell after cell in one session.

    Where a cell ends the whole process (a segmentation fault, `os._exit`, memory), a new session performs
    again what came before it, without that cell, so that the rest of the notebook gets its turn. After
    `REVIVALS` such cells the rest counts as ended like the last.
    """

    def __init__(self, sandbox: Sandbox, limits: Limits, files: dict[str, bytes] | None = None):
        self._sandbox, self._limits, self._files = sandbox, limits, files or {}
        self._performed: list[dict] = []
        self._revivals = 0
        self.session: Session = self._begin()

    def perform(self, source: str, **more) -> Outcome:
        """Run one cell. `more`: seeds and the like for the runner."""
        wish = {"op": "cell", "source": source, **more}
        outcome = self.session.ask(wish)
        if outcome.alive:
            self._performed.append(wish)
        else:
            self.begin_again()
        return outcome

    def begin_again(self) -> None:
        """Perform in a new session what went well, so that what follows finds it."""
        if self._revivals >= REVIVALS:
            return
        self._revivals += 1
        self.session.close()
        self.session = self._begin()
        for wish in self._performed:
            if not self.session.ask(wish).alive:
                return

    def close(self) -> None:
        self.session.close()

    def _begin(self) -> Session:
        session = self._sandbox.session(self._limits)
        for path, content in self._files.items():
            session.put_file(path, content)
        return session
