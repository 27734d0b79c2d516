"""The little markup of messages and of what exercises ask: names between backticks."""

from markupsafe import Markup


def backticks(text: str) -> Markup:
    """Escaped text in which every `pair of backticks` is code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["`".join(pieces[-2:])]
    return Markup("").join(Markup("<code>{}</code>").format(piece) if at % 2 else Markup.escape(piece) for at, piece in enumerate(pieces))
