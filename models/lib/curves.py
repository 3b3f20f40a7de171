"""training.json: the trainings that led to a model's weights, in their order, with settings and losses."""

import json
from pathlib import Path

from models.lib.plot import write_line_chart

LOSSES = [0, 0.1, 0.2, 0.3]
MARKS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000]  # steps


def logged(run: Path, name: str) -> dict:
    """What a run's files say: its steps, seconds by the clock and of the processor, its settings, and its loss of each
    100 steps (the first value that it logs)."""
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    facts = {key: log[-1][key] for key in ("step", "wall", "cpu")}
    settings = json.loads((run / "settings.json").read_text())
    loss = next(key for key in log[0] if key not in facts)
    return {"name": name, **facts, "settings": settings, "curve": [[line["step"], line[loss]] for line in log]}


def with_run(runs: list[dict], run: dict) -> list[dict]:
    """The runs with one more, which takes the place of what an earlier export said of it."""
    return [*(other for other in runs if other.get("name") != run["name"]), run]


def end_to_end(runs: list[dict]) -> dict[str, dict[int, float]]:
    """{name: {steps since the first run began: loss}}"""
    lines, before = {}, 0
    for run in runs:
        lines[run["name"]] = {before + step: loss for step, loss in run["curve"]}
        before += run["step"]
    return lines


def write(path: Path, runs: list[dict], chart: bool) -> None:
    """path: of training.json. chart: the same as training.svg beside it."""
    path.write_text(json.dumps({"runs": runs}) + "\n")
    if not chart:
        return
    steps = sum(run["step"] for run in runs)
    shown = [mark for mark in MARKS if mark < 0.8 * steps] + [steps]
    write_line_chart(path.with_suffix(".svg"), end_to_end(runs), "steps of all runs", "loss", (shown, LOSSES, "{:.1f}"))
