"""One look for every picture: a colour and a mark for each verb, for fresh and for stale.

The colours are Okabe and Ito's eight (Color Universal Design, 2008), which people with any common colour
vision tell apart; the loss is a shade darker on white, to stand at 3 : 1. No colour speaks alone: verbs
carry a letter, stale bars a hatching, lines a label. Grounds and inks follow JupyterLab's theme and have
fallbacks, so that a picture is legible on its own too.
"""

LETTERS = {"zero_grad": "0", "forward": "F", "loss": "L", "backward": "B", "step": "S"}
NAMES = {"zero_grad": "zero_grad", "forward": "forward", "loss": "loss", "backward": "backward", "step": "step"}

LIGHT = {
    "ink": "#1f2328",
    "soft": "#57606a",
    "grid": "#e3e6ea",
    "ground": "#ffffff",
    "fresh": "#0072b2",
    "stale": "#d55e00",
    "forward": "#f0e442",
    "loss": "#bc5f98",
    "backward": "#e69f00",
    "step": "#009e73",
    "zero_grad": "#1f2328",
}
DARK = {
    "ink": "#e8eaed",
    "soft": "#aab2bb",
    "grid": "#3a4047",
    "ground": "#111111",
    "fresh": "#56b4e9",
    "stale": "#ff7f2a",
    "forward": "#f0e442",
    "loss": "#d98bb9",
    "backward": "#e69f00",
    "step": "#1fc191",
    "zero_grad": "#e8eaed",
}
THEME_VARIABLES = {"ink": "--jp-content-font-color0", "ground": "--jp-layout-color0"}
ON_BLOCK = "#111111"

RULES = """
.tu{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;font-size:13px}
.tu text{fill:var(--tu-ink);stroke:none}
.tu .soft{fill:var(--tu-soft);font-size:12px}
.tu .title{font-weight:600}
.tu .end{text-anchor:end}
.tu .mid{text-anchor:middle}
.tu .halo{paint-order:stroke;stroke:var(--tu-ground);stroke-width:4px;stroke-linejoin:round}
.tu .grid{stroke:var(--tu-grid);stroke-width:1;fill:none}
.tu .frame{stroke:var(--tu-soft);stroke-width:1;fill:none}
.tu .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.tu .thin{fill:none;stroke-width:1}
.tu .dash{stroke-dasharray:6 4}
.tu .on-block{fill:#111;font-size:11px;font-weight:700;text-anchor:middle}
.tu .on-ink{fill:var(--tu-ground);font-size:11px;font-weight:700;text-anchor:middle}
""".replace("\n", "")


def colour(name: str) -> str:
    """A CSS value for a colour of the palette: `colour("fresh")` -> "var(--tu-fresh)"."""
    if name not in LIGHT:
        raise KeyError(f"no colour named {name!r}: choose one of {', '.join(LIGHT)}")
    return f"var(--tu-{name})"


def stylesheet() -> str:
    """The rules that every picture carries; the same text in each, so that many on a page do not quarrel."""
    return f".tu{{{_variables(LIGHT)}}}[data-jp-theme-light='false'] .tu{{{_variables(DARK)}}}{RULES}"


def _variables(palette: dict[str, str]) -> str:
    return ";".join(f"--tu-{name}:{_themed(name, value)}" for name, value in palette.items())


def _themed(name: str, value: str) -> str:
    variable = THEME_VARIABLES.get(name)
    return f"var({variable},{value})" if variable else value
