"""python -m models.emoji.golden writes golden-runs.json: what Python draws with the committed model."""

from models.emoji.data import FOLDER
from models.lib.golden import GoldenRun, write

RUNS = [
    GoldenRun("ddim", steps=20, seed=42, words="noto:1,cat:1,face:1", guidance=1),
    GoldenRun("heun", steps=16, seed=7, words="twemoji:1,red:1,apple:0.5", guidance=2),
]


if __name__ == "__main__":
    write(FOLDER, RUNS, "python -m models.emoji.golden")
