"""A line chart as SVG: small, sharp at any size, readable as text."""

import html
import math
from pathlib import Path

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 48, 150, 16, 40
QUARTERS = [0, 0.25, 0.5, 0.75, 1]
COLOURS = ("#5b45d0", "#a8480b", "#176c42", "#1c6ea4", "#a3231f", "#625d57")


def tag(name: str, content: str = "", **attributes: object) -> str:
    pairs = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<{name}{pairs}>{content}</{name}>"


def text(x: float, y: float, words: str, anchor: str = "start", fill: str = "#625d57") -> str:
    return tag("text", html.escape(words), x=round(x, 1), y=round(y, 1), text_anchor=anchor, fill=fill)


def write_line_chart(
    path: Path,
    lines: dict[str, dict[float, float]],
    across: str,
    up: str,
    ticks: tuple[list[float], list[float], str] | None = None,
) -> None:
    """lines: {name: {x: y}}, x > 0 on a log scale, y from 0 up. ticks: of x, of y, and how y is written; where none
    are given, y are shares from 0 to 1, and every x has its own."""
    places, heights, written = ticks or (sorted({x for line in lines.values() for x in line}), QUARTERS, "{:.0%}")
    low, high = math.log(places[0]), math.log(places[-1])

    def at(x: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log(x) - low) / (high - low)

    def height(y: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - y / heights[-1])

    parts = [tag("rect", width=WIDTH, height=HEIGHT, fill="#fbfaf7")]
    for value in heights:
        y = round(height(value), 1)
        parts.append(tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke="#e4dfd7"))
        parts.append(text(LEFT - 8, y + 4, written.format(value), "end"))
    parts += [text(at(x), HEIGHT - BOTTOM + 18, f"{x:g}", "middle") for x in places]
    parts += [text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, across, "middle"), text(LEFT, TOP - 4, up)]
    for index, (name, line) in enumerate(lines.items()):
        colour = COLOURS[index % len(COLOURS)]
        points = " ".join(f"{at(x):.1f},{height(y):.1f}" for x, y in sorted(line.items()))
        parts.append(tag("polyline", points=points, fill="none", stroke=colour, stroke_width=2))
        parts.append(text(WIDTH - RIGHT + 12, TOP + 16 + 18 * index, name, fill=colour))
    style = {"font_family": "system-ui, sans-serif", "font_size": 12}
    path.write_text(
        tag(
            "svg",
            "\n" + "\n".join(parts) + "\n",
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            **style,
        )
        + "\n"
    )
