"""Made-up pictures for the tiny model of the tests: a white bar on black, across or upright, 8x8."""

import argparse

import torch

from models.lib.dataset import DataSet
from models.lib.training import Draw, Run

OWN = {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"}
LICENCE = {"weights": OWN, "data": {**OWN, "url": "https://example.org/made-up-bars"}}


class Bars(DataSet):
    id = "bars"
    shape = (1, 8, 8)
    licence = LICENCE

    def vocabulary(self) -> list[dict]:
        return [
            {"id": "across", "words": ["across", "horizontal"], "kind": "bar"},
            {"id": "upright", "words": ["upright", "vertical"], "kind": "bar"},
        ]

    def drawer(self, run: Run, options: argparse.Namespace) -> Draw:
        return draw


def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """A white bar, two pixels wide, on black: across (0) or upright (1), anywhere."""
    label = torch.randint(2, (count,), generator=generator)
    start = torch.randint(7, (count, 1), generator=generator)
    position = torch.arange(8)
    on = (position >= start) & (position < start + 2)
    across = on[:, None, :, None].expand(count, 1, 8, 8)
    pictures = torch.where(label[:, None, None, None] == 0, across, across.transpose(2, 3))
    return pictures * 2.0 - 1.0, torch.nn.functional.one_hot(label, 2).float()


BARS = Bars()
