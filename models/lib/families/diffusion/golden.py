"""Runs of a diffusion model that browsers make again."""

from dataclasses import dataclass
from typing import Literal

import torch

from models.lib.families.diffusion.sampling import ddim, guided, heun, karras_sigmas, linear_beta_levels
from models.lib.golden import condition_of
from models.lib.onnx_model import OnnxModel


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

    def play(self, model: OnnxModel, manifest: dict) -> tuple[torch.Tensor, torch.Tensor]:
        """The noise that the run starts from, in the scale of its sampler, and the picture it ends in."""
        noise = torch.randn(1, *manifest["shape"], generator=torch.Generator().manual_seed(self.seed))
        denoise = guided(model, condition_of(self.words, manifest["vocabulary"]), self.guidance)
        if self.sampler == "ddim":
            return noise, ddim(denoise, noise, linear_beta_levels(self.steps))
        sigmas = karras_sigmas(self.steps)
        return noise * sigmas[0], heun(denoise, noise, sigmas)
