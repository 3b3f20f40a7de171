"""Diffusion models: a denoiser D(x, sigma, condition), drawn from step by step."""

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from models.lib.declaration import find
from models.lib.export import load_weights
from models.lib.families.base import Family, Signature, load_start
from models.lib.families.diffusion.golden import GoldenRun
from models.lib.families.diffusion.grow import grow, shift_levels
from models.lib.families.diffusion.network import Sizes, UNet
from models.lib.families.diffusion.preconditioning import SIGMA_MAX, SIGMA_MIN, Denoiser
from models.lib.families.diffusion.sampling import guided, heun, karras_sigmas
from models.lib.families.diffusion.training import Run, Settings
from models.lib.manifest import checked_values
from models.lib.onnx_model import OnnxModel

__all__ = ["Diffusion", "GoldenRun", "Settings", "Sizes", "signature_of"]

STEPS = 18  # of the sampler that figures are measured with
BATCH = 100


def signature_of(sizes: Sizes) -> Signature:
    """(x [N, C, H, W], sigma [N], condition [N, V]) -> denoised [N, C, H, W]."""
    shape = (sizes.picture_channels, sizes.picture_size, sizes.picture_size)
    sigma = torch.logspace(math.log10(SIGMA_MIN), math.log10(SIGMA_MAX), 16)
    noise = torch.randn(16, *shape, generator=torch.Generator().manual_seed(0))
    condition = torch.eye(sizes.vocabulary)[torch.arange(16) % sizes.vocabulary]
    return Signature(
        inputs={"x": torch.randn(2, *shape), "sigma": torch.ones(2), "condition": torch.zeros(2, sizes.vocabulary)},
        output="denoised",
        probe={"x": noise * sigma.reshape(-1, 1, 1, 1), "sigma": sigma, "condition": condition},
    )


@dataclass(frozen=True)
class Diffusion(Family):
    """sigma_data: root mean square of the data in [-1, 1]. seed: of the fresh weights."""

    sizes: Sizes
    sigma_data: float
    seed: int = 1
    knob: tuple[str, tuple[float, ...]] = ("guidance", (1.0, 1.5))
    id: str = "diffusion"

    def create(self) -> Denoiser:
        torch.manual_seed(self.seed)
        return Denoiser(UNet(self.sizes), self.sigma_data)

    def signature(self) -> Signature:
        return signature_of(self.sizes)

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--lead", type=float, help="guidance that the estimate learns to have; 1: none")
        parser.add_argument("--lead-at", type=float, help="share of the run from which on it learns that")
        parser.add_argument("--lead-from", help="id of the model whose guidance that is, instead of its own by then")
        parser.add_argument("--grow-from", type=Path, help="model.onnx for pictures of half the edge, as a start")

    def start(self, settings: Settings, options: argparse.Namespace, start: nn.Module | None, weigh=None) -> Run:
        if settings.lead != 1 and start is None and not (options.lead_from or settings.lead_at):
            raise SystemExit("--lead: wants --lead-from, --lead-at or --start-from, to know the words already")
        leader = None
        if settings.lead != 1 and options.lead_from:
            leading = find(options.lead_from)
            leader = leading.family.create()
            load_weights(leader, leading.file)
        denoiser = load_start(self.create(), start)
        if start is None and options.grow_from:
            grow(denoiser.network, options.grow_from)
            shift_levels(denoiser.network.embed, 2)
        run = Run(denoiser, settings, leader, weigh)
        if options.compile:
            run.model.loss = torch.compile(run.model.loss)
            run.leader = run.leader and torch.compile(run.leader)
        return run

    def process(self) -> dict:
        levels = {"sigmaMin": SIGMA_MIN, "sigmaMax": SIGMA_MAX, "sigmaData": self.sigma_data}
        return {"prediction": {"type": "x0", **levels}}

    def self_check(self, path: Path, shape: tuple[int, int, int], condition: torch.Tensor, text: str) -> dict:
        """x = sigma n, n = torch.randn from the seed."""
        seed, sigma = 0, 1.0
        x = sigma * self.noise(1, shape, seed)
        denoised = OnnxModel(path)(x, torch.tensor([sigma]), condition[None])
        return {"seed": seed, "sigma": sigma, "condition": text, **checked_values(denoised)}

    def noise(self, count: int, shape: tuple[int, int, int], seed: int) -> torch.Tensor:
        return torch.randn(count, *shape, generator=torch.Generator().manual_seed(seed))

    def pictures(self, network, noise: torch.Tensor, condition: torch.Tensor, setting: float) -> torch.Tensor:
        """Heun on Karras' sigmas."""
        sigmas = karras_sigmas(STEPS)
        parts = zip(noise.split(BATCH), condition.split(BATCH), strict=True)
        drawn = [heun(guided(network, condition, setting), start, sigmas) for start, condition in parts]
        return torch.cat(drawn).clamp(-1, 1)

    def drawn_by(self) -> str:
        return f"heun, {STEPS} steps, sigma 40 to 0.01, rho 7"
