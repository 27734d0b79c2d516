"""Length-prefixed frames over a socket. JSON or raw bytes, with a limit; never pickle."""

import json
import socket
import struct
import time
from typing import Any

HEAD = struct.Struct(">I")
LIMIT = 64 * 2**20


class Closed(ConnectionError):
    """The other end is gone."""


class TooLarge(ValueError):
    """A frame longer than allowed."""


def send_bytes(sock: socket.socket, payload: bytes) -> None:
    """Send one frame. Raises `TooLarge` before anything is sent, `Closed` where nobody listens."""
    if len(payload) > LIMIT:
        raise TooLarge(f"a frame of {len(payload)} bytes, more than {LIMIT}")
    try:
        sock.sendall(HEAD.pack(len(payload)) + payload)
    except OSError as error:
        raise Closed(str(error)) from None


def send(sock: socket.socket, message: dict) -> None:
    """Send one message as JSON."""
    send_bytes(sock, json.dumps(message).encode())


def receive_bytes(sock: socket.socket, limit: int = LIMIT, until: float | None = None) -> bytes:
    """Receive one frame of at most `limit` bytes, by the `time.monotonic` moment `until`.

    Raises `TooLarge`, `Closed`, or TimeoutError.
    """
    (size,) = HEAD.unpack(_exactly(sock, HEAD.size, until))
    if size > limit:
        raise TooLarge(f"a frame of {size} bytes, more than {limit}")
    return _exactly(sock, size, until)


def receive(sock: socket.socket, limit: int = LIMIT, until: float | None = None) -> dict:
    """Receive one JSON message. Raises ValueError where it is none, and as `receive_bytes` does."""
    return parse(receive_bytes(sock, limit, until))


def parse(payload: bytes) -> dict:
    """A JSON object from bytes that nobody vouches for. Raises ValueError."""
    try:
        message = json.loads(payload.decode())
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a message: {error}") from None
    if not isinstance(message, dict):
        raise ValueError("not a message: no object")
    return message


def _exactly(sock: socket.socket, size: int, until: float | None) -> bytes:
    parts, missing = [], size
    while missing:
        sock.settimeout(_left(until))
        try:
            part = sock.recv(min(missing, 2**20))
        except TimeoutError:
            raise
        except OSError as error:
            raise Closed(str(error)) from None
        if not part:
            raise Closed("the other end closed")
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _left(until: float | None) -> Any:
    if until is None:
        return None
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("no answer in time")
    return left
