"""python -m models.digits.golden writes golden-runs.json: what Python draws with the committed model."""

from models.digits import data
from models.lib.golden import GoldenRun, write

RUNS = [
    GoldenRun("ddim", steps=20, seed=42, words="3:1", guidance=1),
    GoldenRun("heun", steps=18, seed=7, words="8:1", guidance=1.5),
]


def main() -> None:
    write(data.FOLDER, RUNS, "python -m models.digits.golden")


if __name__ == "__main__":
    main()
