"""Exports a run's averaged weights to weights/model.onnx, with its curve: python -m models.emoji.export

Writes training.json and training.svg too. models.emoji.manifest makes the page offer it.
"""

import argparse
import json
from pathlib import Path

from models.emoji import data, network
from models.lib.export import export
from models.lib.plot import write_line_chart
from models.lib.sheet import averaged

FRESH = data.FOLDER / "runs" / "fresh"  # a short run without --start-from, to compare with
TICKS = ([100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000], [0, 0.2, 0.4, 0.6, 0.8], "{:.1f}")


def logged(run: Path) -> list[dict]:
    path = run / "log.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def write_curve(run: Path) -> None:
    """The loss of each 100 steps, as numbers and as a picture."""
    lines = {name: logged(path) for name, path in (("warm start", run), ("fresh start", FRESH))}
    curves = {name: {line["step"]: line["loss"] for line in log} for name, log in lines.items() if log}
    last = lines["warm start"][-1]
    facts = {key: last[key] for key in ("step", "wall", "cpu")}
    facts |= {"curves": {name: list(curve.items()) for name, curve in curves.items()}}
    (data.FOLDER / "training.json").write_text(json.dumps(facts) + "\n")
    across, up, written = TICKS
    shown = [tick for tick in across if tick < last["step"]] + [last["step"]]
    write_line_chart(data.FOLDER / "training.svg", curves, "steps", "loss", (shown, up, written))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    options = parser.parse_args()
    export(averaged(network.create(), options.run), data.WEIGHTS)
    write_curve(options.run)


if __name__ == "__main__":
    main()
