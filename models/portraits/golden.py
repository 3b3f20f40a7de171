"""python -m models.portraits.golden writes golden-runs.json: what Python draws with the committed model."""

from models.lib.golden import GoldenRun, write
from models.portraits import data

RUNS = [
    GoldenRun("ddim", steps=20, seed=42, words="micah:1,black-hair:1", guidance=1),
    GoldenRun("heun", steps=16, seed=7, words="adventurer:1,red-hair:1,glasses:0.5", guidance=2),
]


def main() -> None:
    write(data.FOLDER, RUNS)


if __name__ == "__main__":
    main()
