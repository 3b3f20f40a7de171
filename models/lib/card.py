"""The figures of a card, between two marks in its README.md."""

from pathlib import Path

START, END = "<!-- figures: written by python -m models card -->", "<!-- end of figures -->"


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]


def file_rows(result: dict, bars: dict) -> list[tuple[str, str, str]]:
    """(what, measured, bar) of a model's file."""
    work = bars["multiplyAdds"] / 1e6
    return [
        ("model.onnx", f"{result['bytes']:,} bytes", f"<= {bars['bytes']:,}"),
        ("multiply-adds an evaluation", f"{result['multiplyAdds'] / 1e6:.1f} million", f"<= {work:.0f} million"),
    ]


def write_figures(path: Path, lines: list[str]) -> None:
    before, rest = path.read_text().split(START)
    path.write_text(before + "\n".join([START, *lines, END]) + rest.split(END)[1])
