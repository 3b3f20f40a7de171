"""Generative adversarial networks: a generator G(z, condition), one evaluation from noise to picture."""

import argparse
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from models.lib.families.base import Family, Signature, load_start
from models.lib.families.gan.golden import GoldenRun
from models.lib.families.gan.networks import Discriminator, Generator, Sizes
from models.lib.families.gan.training import Run, Settings
from models.lib.manifest import checked_values
from models.lib.onnx_model import OnnxModel

__all__ = ["Gan", "GoldenRun", "Settings", "Sizes"]


@dataclass(frozen=True)
class Gan(Family):
    """seed: of the fresh weights. The knob is truncation: the factor on the noise, below which pictures are the more
    typical the smaller it is."""

    sizes: Sizes
    seed: int = 1
    knob: tuple[str, tuple[float, ...]] = ("truncation", (1.0, 0.7))
    id: str = "gan"

    def create(self) -> Generator:
        return self.create_both()[0]

    def create_both(self) -> tuple[Generator, Discriminator]:
        torch.manual_seed(self.seed)
        return Generator(self.sizes), Discriminator(self.sizes)

    def signature(self) -> Signature:
        """(z [N, latent], condition [N, V]) -> x [N, C, H, W] in [-1, 1]."""
        generator = torch.Generator().manual_seed(0)
        latent, words = self.sizes.latent, self.sizes.vocabulary
        condition = torch.eye(words)[torch.arange(16) % words]
        condition[0] = 0
        return Signature(
            inputs={"z": torch.randn(2, latent), "condition": torch.zeros(2, words)},
            output="x",
            probe={"z": torch.randn(16, latent, generator=generator), "condition": condition},
        )

    def start(self, settings: Settings, options: argparse.Namespace, start: nn.Module | None) -> Run:
        generator, critic = self.create_both()
        return Run(load_start(generator, start), critic, settings)

    def process(self) -> dict:
        return {"latent": self.sizes.latent}

    def self_check(self, path: Path, shape: tuple[int, int, int], condition: torch.Tensor, text: str) -> dict:
        """z = torch.randn from the seed."""
        seed = 0
        x = OnnxModel(path)(self.noise(1, shape, seed), condition[None])
        return {"seed": seed, "condition": text, **checked_values(x)}

    def noise(self, count: int, shape: tuple[int, int, int], seed: int) -> torch.Tensor:
        """z: [count, latent]."""
        return torch.randn(count, self.sizes.latent, generator=torch.Generator().manual_seed(seed))

    def pictures(self, network, noise: torch.Tensor, condition: torch.Tensor, setting: float) -> torch.Tensor:
        return network(setting * noise, condition)

    def drawn_by(self) -> str:
        return "one evaluation of the generator"
