"""Runs of a committed model in Python, which the browser's tests and the conformance page make again."""

import base64
import json
from pathlib import Path
from typing import Protocol

import numpy
import onnxruntime
import torch

from models.lib.manifest import read_file_facts
from models.lib.onnx_model import OnnxModel

FIRST_VALUES = 16


class GoldenRun(Protocol):
    """What each family's golden run can say and do."""

    def recipe(self, model: str) -> str: ...

    def play(self, model: OnnxModel, manifest: dict) -> tuple[torch.Tensor, torch.Tensor]:
        """What the run starts from, and the picture it ends in."""


def condition_of(words: str, vocabulary: list[dict]) -> torch.Tensor:
    """[1, V] in the order of the vocabulary."""
    ids = [word["id"] for word in vocabulary]
    condition = torch.zeros(1, len(ids))
    for pair in words.split(","):
        word, weight = pair.split(":")
        condition[0, ids.index(word)] = float(weight)
    return condition


def packed(values: torch.Tensor) -> str:
    return base64.b64encode(values.flatten().numpy().astype("<f4").tobytes()).decode()


def write(folder: Path, runs: list[GoldenRun], command: str) -> None:
    """Writes golden-runs.json beside a model's file: its runs with the start of their noise and their whole end."""
    manifest = json.loads((folder / "manifest.json").read_text())
    path = folder / manifest["file"]
    model = OnnxModel(path, threads=1)
    made = [(run, *run.play(model, manifest)) for run in runs]
    content = {
        "provenance": {
            "command": command,
            "torch": torch.__version__,
            "numpy": numpy.__version__,
            "onnxruntime": onnxruntime.__version__,
            "provider": "CPUExecutionProvider, one thread",
            "dtype": "float32 in base64; schedules in float64",
            "model": read_file_facts(path),
        },
        "runs": [
            {
                "recipe": run.recipe(manifest["id"]),
                "start": packed(start.flatten()[:FIRST_VALUES]),
                "end": packed(end),
            }
            for run, start, end in made
        ],
    }
    (folder / "golden-runs.json").write_text(json.dumps(content, indent=1) + "\n")
