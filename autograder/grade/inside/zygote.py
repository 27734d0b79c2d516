"""The fork server: load everything once, then fork a warden for each submission.

Started by `autograder.grade.sandbox` as a script in a fresh interpreter with an empty environment. Its one
argument is JSON: {"control": descriptor, "root": folder of the package, "isolation": …}.
"""

import gc
import json
import os
import socket
import sys


def main(options: dict) -> None:
    """Announce readiness on the control socket, then serve until it closes. Never returns."""
    control = socket.socket(fileno=options["control"])
    from autograder.grade.inside import frames
    from autograder.grade.inside.warm import warm_up

    gc.disable()  # hundreds of thousands of objects come, and stay
    warm_up()
    gc.freeze()  # so that a child's collector does not touch, and so copy, what all share
    gc.enable()
    frames.send(control, {"ready": os.getpid(), "hash_seed": hash("autograder")})
    while True:
        try:
            request, descriptors = _receive(control)
        except (frames.Closed, OSError):
            os._exit(0)  # at once: nothing here has to be tidied up, and the grader waits
        _fork(control, request, descriptors, options["isolation"])
        _reap()


def _receive(control: socket.socket) -> tuple[dict, list[int]]:
    from autograder.grade.inside import frames

    data, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
    if not data:
        raise frames.Closed("the grader is gone")
    return json.loads(data), list(descriptors)


def _fork(control: socket.socket, request: dict, descriptors: list[int], isolation: str) -> None:
    from autograder.grade.inside import frames
    from autograder.grade.inside.limits import Limits
    from autograder.grade.inside.warden import guard

    child = os.fork()
    if child == 0:
        try:
            control.close()
            guard(*descriptors, Limits(**request["limits"]), isolation)
        finally:
            os._exit(1)
    for descriptor in descriptors:
        os.close(descriptor)
    frames.send(control, {"forked": child})


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    sys.argv = [""]
    sys.path[:] = [path for path in sys.path if path and not path.startswith(os.path.dirname(os.path.abspath(__file__)))]
    if given["root"] not in sys.path:
        sys.path.append(given["root"])
    main(given)
