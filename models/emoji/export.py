"""Exports a run's averaged weights to model.onnx, and adds its curve to the card's: python -m models.emoji.export

Writes training.json and training.svg too: the runs that led here, end to end. Afterwards models.emoji.manifest.
"""

import argparse
import json
from pathlib import Path

from models.emoji import data, network
from models.lib.export import export
from models.lib.plot import write_line_chart
from models.lib.sheet import averaged

CURVES = data.FOLDER / "training.json"
LOSSES = [0, 0.1, 0.2, 0.3]
MARKS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000]  # steps


def logged(run: Path) -> dict:
    """What a run's log says: its name, steps, seconds by the clock and of the processor, the loss of each 100 steps."""
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    facts = {key: log[-1][key] for key in ("step", "wall", "cpu")}
    return {"name": run.name, **facts, "curve": [[line["step"], line["loss"]] for line in log]}


def with_run(runs: list[dict], run: dict) -> list[dict]:
    """The runs with one more, which takes the place of what an earlier export said of it."""
    return [*(other for other in runs if other["name"] != run["name"]), run]


def end_to_end(runs: list[dict]) -> dict[str, dict[int, float]]:
    """{name: {steps since the first run began: loss}}"""
    lines, before = {}, 0
    for run in runs:
        lines[run["name"]] = {before + step: loss for step, loss in run["curve"]}
        before += run["step"]
    return lines


def write_curves(runs: list[dict]) -> None:
    CURVES.write_text(json.dumps({"runs": runs}) + "\n")
    steps = sum(run["step"] for run in runs)
    shown = [mark for mark in MARKS if mark < 0.8 * steps] + [steps]
    write_line_chart(
        CURVES.with_suffix(".svg"), end_to_end(runs), "steps of all runs", "loss", (shown, LOSSES, "{:.1f}")
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    parser.add_argument("--first", action="store_true", help="forget the runs before")
    options = parser.parse_args()
    export(averaged(network.create(), options.run), data.WEIGHTS)
    before = [] if options.first else json.loads(CURVES.read_text())["runs"]
    write_curves(with_run(before, logged(options.run)))


if __name__ == "__main__":
    main()
