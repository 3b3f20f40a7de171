"""Pictures of a GAN that browsers make again."""

from dataclasses import dataclass

import torch

from models.lib.golden import condition_of
from models.lib.onnx_model import OnnxModel


@dataclass(frozen=True)
class GoldenRun:
    """words: "id:weight" pairs, as in the page's links. truncation: the factor on the noise."""

    seed: int
    words: str
    truncation: float

    def recipe(self, model: str) -> str:
        """The same as the query of a link to the page."""
        return f"model={model}&condition={self.words}&seed={self.seed}&truncation={self.truncation:g}"

    def play(self, model: OnnxModel, manifest: dict) -> tuple[torch.Tensor, torch.Tensor]:
        """What the generator is fed, [1, latent]: the seed's torch.randn times the truncation; and its picture."""
        z = torch.randn(1, manifest["latent"], generator=torch.Generator().manual_seed(self.seed))
        z = self.truncation * z
        return z, model(z, condition_of(self.words, manifest["vocabulary"]))
