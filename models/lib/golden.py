"""Runs of a committed model in Python, which the browser's tests and the conformance page make again."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy
import onnxruntime
import torch

from models.lib.manifest import read_file_facts
from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.sampling import ddim, guided, heun, karras_sigmas, linear_beta_levels

FIRST_VALUES = 16


@dataclass(frozen=True)
class GoldenRun:
    """words: "id:weight" pairs, as in the page's links."""

    sampler: Literal["ddim", "heun"]
    steps: int
    seed: int
    words: str
    guidance: float

    def recipe(self, model: str) -> str:
        """The same as the query of a link to the page. DDIM: the linear beta schedule, leading spacing. Heun: Karras'
        levels from 40 to 0.01."""
        levels = "sigmas=betas&betas=linear&spacing=leading" if self.sampler == "ddim" else "sigmas=karras"
        return (
            f"model={model}&condition={self.words}&seed={self.seed}&steps={self.steps}"
            f"&sampler={self.sampler}&eta=0&{levels}&guidance={self.guidance:g}"
        )


def condition_of(words: str, vocabulary: list[dict]) -> torch.Tensor:
    """[1, V] in the order of the vocabulary."""
    ids = [word["id"] for word in vocabulary]
    condition = torch.zeros(1, len(ids))
    for pair in words.split(","):
        word, weight = pair.split(":")
        condition[0, ids.index(word)] = float(weight)
    return condition


def picture(run: GoldenRun, model: OnnxDenoiser, manifest: dict) -> tuple[torch.Tensor, torch.Tensor]:
    """The noise that a run starts from, in the scale of its sampler, and the picture it ends in."""
    noise = torch.randn(1, *manifest["shape"], generator=torch.Generator().manual_seed(run.seed))
    denoise = guided(model, condition_of(run.words, manifest["vocabulary"]), run.guidance)
    if run.sampler == "ddim":
        return noise, ddim(denoise, noise, linear_beta_levels(run.steps))
    sigmas = karras_sigmas(run.steps)
    return noise * sigmas[0], heun(denoise, noise, sigmas)


def packed(values: torch.Tensor) -> str:
    return base64.b64encode(values.flatten().numpy().astype("<f4").tobytes()).decode()


def write(folder: Path, runs: list[GoldenRun], command: str) -> None:
    """Writes golden-runs.json beside a model's file: its runs with the start of their noise and their whole end."""
    manifest = json.loads((folder / "manifest.json").read_text())
    path = folder / manifest["file"]
    model = OnnxDenoiser(path, threads=1)
    made = [(run, *picture(run, model, manifest)) for run in runs]
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
