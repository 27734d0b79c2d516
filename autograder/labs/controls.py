"""What a lab can be asked: sliders with stops, choices, switches, buttons, a prediction. Plain data."""

from collections.abc import Sequence

from autograder.figures.scale import written


def slider(
    name: str, label: str, stops: Sequence[float], value: float, help: str, unit: str = "", exact: bool = False
) -> dict:
    """A slider that halts at `stops`; `exact` adds a box for any whole number between them."""
    words = [f"{written(stop)} {unit}".strip() for stop in stops]
    return {
        "kind": "slider",
        "name": name,
        "label": label,
        "stops": [*stops],
        "words": words,
        "value": value,
        "help": help,
        "unit": unit,
        "exact": exact,
    }


def counter(name: str, label: str, last: int, value: int, help: str, unit: str = "") -> dict:
    """A slider over every whole number from 1 to `last`, with a box for the exact one."""
    return {
        "kind": "slider",
        "name": name,
        "label": label,
        "last": last,
        "value": value,
        "help": help,
        "unit": unit,
        "exact": True,
    }


def choice(name: str, label: str, options: dict[str, str], value: str, help: str) -> dict:
    """One of several values, each with what to write for it."""
    return {"kind": "choice", "name": name, "label": label, "options": [*options.items()], "value": value, "help": help}


def toggle(name: str, label: str, value: bool, help: str) -> dict:
    return {"kind": "toggle", "name": name, "label": label, "value": value, "help": help}


def buttons(name: str, label: str, options: Sequence[tuple[str, str, str]], help: str) -> dict:
    """(value, words, letter) of each button; the control's value is the list of all that were pressed."""
    return {"kind": "buttons", "name": name, "label": label, "options": [*options], "value": [], "help": help}


def prediction(name: str, question: str, options: dict[str, str], value: str | None = None) -> dict:
    """A question to be answered before the picture is shown; None until it is locked."""
    return {
        "kind": "prediction",
        "name": name,
        "label": question,
        "options": [*options.items()],
        "value": value,
        "help": "",
    }


def starting_values(controls: Sequence[dict]) -> dict:
    return {control["name"]: control["value"] for control in controls}


def within_bounds(controls: Sequence[dict], asked: dict) -> dict:
    """The values asked for, each brought back to what its control allows; the control's own where none was asked."""
    return {control["name"]: _allowed(control, asked.get(control["name"], control["value"])) for control in controls}


def _allowed(control: dict, value):
    kind = control["kind"]
    if kind == "slider":
        return _on_slider(control, value)
    if kind == "toggle":
        return bool(value)
    known = [option[0] for option in control["options"]]
    if kind == "buttons":
        return [each for each in value if each in known] if isinstance(value, (list, tuple)) else []
    return value if value in known else control["value"]


def _on_slider(control: dict, value):
    stops = control.get("stops") or (1, control["last"])
    if not isinstance(value, (int, float)) or value != value:
        return control["value"]
    if control["exact"]:
        return min(max(round(value), stops[0]), stops[-1])
    return min(stops, key=lambda stop: abs(stop - value))


def counting_stops(last: int) -> list[int]:
    """Whole numbers from 1 to `last`: 1 to 10 one by one, then ever wider, so that 1, 10, 100, 1000 lie evenly."""
    steps = (1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 7, 8, 9)
    fine = [round(step * 10**power) for power in range(1, 7) for step in steps]
    return sorted({*range(1, min(last, 10) + 1), *(stop for stop in fine if stop <= last), last})


def rate_stops(low: float = 0.001, high: float = 1.0) -> list[float]:
    """Learning rates, ten to a decade and evenly on a logarithmic scale."""
    steps = (1, 1.25, 1.6, 2, 2.5, 3, 4, 5, 6, 8)
    rates = [float(f"{step * 10.0**power:.3g}") for power in range(-6, 3) for step in steps]
    return [rate for rate in rates if low <= rate <= high]
