"""Formulas as MathML: a browser draws it without a script, and a screen reader reads it."""

import re

_CODE_OR_FORMULA = re.compile(r"```.*?```|`[^`]*`|\$\$(?P<block>.+?)\$\$|\$(?P<inline>[^$\n]+)\$", re.DOTALL)


def with_mathml(markdown: str) -> str:
    """The text with every `$…$` and `$$…$$` outside code as MathML."""
    return _CODE_OR_FORMULA.sub(_drawn, markdown)


def _drawn(found: re.Match) -> str:
    from latex2mathml.converter import convert

    if found["block"]:
        return convert(" ".join(found["block"].split()), display="block")
    return convert(found["inline"]) if found["inline"] else found[0]
