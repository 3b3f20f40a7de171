"""The drawn portraits and their words, as draw.mjs wrote them to runs/data/<split>/."""

import json
from pathlib import Path

from models.lib import pictures
from models.lib.pictures import EDGE, Split

FOLDER = Path(__file__).parent
DATA = FOLDER / "runs" / "data"


def vocabulary() -> list[dict]:
    """[{id, words, kind}]: ids and their order are permanent."""
    return json.loads((FOLDER / "vocabulary.json").read_text())


def styles() -> list[int]:
    """Which words of the vocabulary are styles."""
    return [index for index, word in enumerate(vocabulary()) if word["kind"] == "style"]


def held_out_combinations() -> list[list[str]]:
    """Words that training never meets together."""
    return json.loads((FOLDER / "held-out.json").read_text())


def drawn(edge: int) -> Path:
    """Where draw.mjs --edge writes."""
    return DATA if edge == EDGE else DATA.with_name(f"data-{edge}")


def load(split: str, folder: Path = DATA, edge: int = EDGE) -> Split:
    """All shards of a split that are there: 'train', 'test' or 'held-out'. edge: of the pictures, in pixels."""
    return pictures.load(folder / split, len(vocabulary()), edge)


def summary(split: str, folder: Path = DATA) -> dict:
    """What draw.mjs was asked for, and how many pictures each word has."""
    return json.loads((folder / split / "data.json").read_text())
