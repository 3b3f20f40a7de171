"""The drawn portraits, as draw.mjs wrote them, and the combinations of words that training never meets."""

import json
from pathlib import Path

from models.lib.drawings import Drawings

DRAWINGS = Drawings(Path(__file__).parent)
DRAWINGS_64 = Drawings(DRAWINGS.folder, edge=64)


def held_out_combinations() -> list[list[str]]:
    """Words that training never meets together."""
    return json.loads((DRAWINGS.folder / "held-out.json").read_text())
