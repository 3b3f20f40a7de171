"""python -m models.portraits.golden writes golden-runs.json: what Python draws with a committed model (--model)."""

import argparse

from models.lib.golden import GoldenRun, write
from models.portraits import network

RUNS = [
    GoldenRun("ddim", steps=20, seed=42, words="micah:1,black-hair:1", guidance=1),
    GoldenRun("heun", steps=16, seed=7, words="adventurer:1,red-hair:1,glasses:0.5", guidance=2),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    network.add_argument(parser)
    model = parser.parse_args().model
    write(network.folder(model), RUNS, f"python -m models.portraits.golden --model {model}")


if __name__ == "__main__":
    main()
