"""The figures of a card, between two marks in its README.md."""

from pathlib import Path

END = "<!-- end of figures -->"


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]


def write_figures(path: Path, start: str, lines: list[str]) -> None:
    """start: the mark before the figures, which says what wrote them."""
    before, rest = path.read_text().split(start)
    path.write_text(before + "\n".join([start, *lines, END]) + rest.split(END)[1])
