"""A learner's outputs and texts as HTML that can do nothing: no script, no style, no address but a plain link."""

import base64
from html import escape

import bleach
from bs4 import BeautifulSoup

TAGS = set(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre "
    "s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split()
)
GONE = ("script", "style", "iframe", "object", "embed", "template", "svg", "math", "noscript", "title", "textarea", "xmp")
PICTURES = ("image/png", "image/jpeg", "image/gif")


def clean_html(html: str) -> str:
    """The harmless part of some HTML, its headings below the page's own."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(GONE):
        tag.decompose()
    for tag in soup(["h1", "h2", "h3", "h4"]):
        tag.name = f"h{min(6, int(tag.name[1]) + 2)}"
    for tag in soup(class_="anchor-link"):
        tag.decompose()
    for tag in soup("img"):
        tag["alt"] = tag.get("alt") or "a picture of the notebook"
    return bleach.clean(str(soup), tags=TAGS, attributes=_allowed, protocols={"http", "https", "mailto", "data"}, strip=True)


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "a" and name == "href":
        return not value.strip().lower().startswith("data:")
    if tag == "img" and name == "src":
        return value.startswith(tuple(f"data:{kind};base64," for kind in (*PICTURES, "image/svg+xml")))
    return name in {"img": ("alt", "title"), "th": ("scope", "colspan", "rowspan"), "td": ("colspan", "rowspan"), "ol": ("start",)}.get(tag, ())


def show(output: dict) -> str:
    """One output of a cell as HTML. An SVG comes as an image, in which no script runs."""
    if output["output_type"] == "stream":
        return _text(_joined(output["text"]))
    if output["output_type"] == "error":
        return _text("\n".join(output["traceback"]), "error")
    data = output.get("data", {})
    for kind in PICTURES:
        if kind in data:
            return _picture(kind, "".join(_joined(data[kind]).split()), data)
    if "image/svg+xml" in data:
        return _picture("image/svg+xml", base64.b64encode(_joined(data["image/svg+xml"]).encode()).decode(), data)
    if "text/html" in data:
        return f'<div class="shown">{clean_html(_joined(data["text/html"]))}</div>'
    return _text(_joined(data.get("text/plain", "")))


def _picture(kind: str, encoded: str, data: dict) -> str:
    words = _joined(data.get("text/plain", "")).splitlines()
    return f'<img src="data:{kind};base64,{escape(encoded)}" alt="{escape(words[0] if words else "a picture")}">'


def _text(text: str, kind: str = "said") -> str:
    import re

    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
    return f'<pre class="{kind}">{escape(plain)}</pre>' if plain.strip() else ""


def _joined(text) -> str:
    return text if isinstance(text, str) else "".join(text)
