"""The UNet that every diffusion model of this folder shares; its sizes are arguments."""

import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from models.lib.layers import Attention, ChannelScale, GroupNorm, ResidualBlock, slices


@dataclass(frozen=True)
class Sizes:
    """What a network is made of.

    patch: pixels along each side that the first convolution folds into one position.
    channels: one entry per level, finest first. Each level after the first halves the resolution.
    attention: the levels (0 is the finest) that attend after their first block(s).
    """

    picture_channels: int
    picture_size: int
    vocabulary: int
    channels: tuple[int, ...]
    attention: tuple[int, ...]
    patch: int = 2
    blocks_down: int = 1
    blocks_up: int = 2
    heads: int = 4
    groups: int = 8
    embedding: int = 128
    frequencies: int = 32


class Embedding(nn.Module):
    """Noise level and condition -> one vector: level [N], condition [N, V] -> [N, embedding].

    A condition of zeros means "none"; weights of words may be fractional.
    """

    def __init__(self, sizes: Sizes):
        super().__init__()
        # Half a turn to 16 turns over the range of ln(sigma) / 4, with the golden angle as phases,
        # so that the features are neither all even nor all odd in the level.
        exponents = torch.linspace(-1, 4, sizes.frequencies)
        self.register_buffer("turns", 2 * math.pi * 2**exponents, persistent=False)
        phases = torch.arange(sizes.frequencies) * math.pi * (3 - math.sqrt(5))
        self.register_buffer("phases", phases, persistent=False)
        width = sizes.embedding
        self.level = nn.Sequential(nn.Linear(sizes.frequencies, width), nn.SiLU(), nn.Linear(width, width))
        self.words = nn.Linear(sizes.vocabulary, width, bias=False)
        # Few words are on at a time: an entry of each row must weigh more than 1 / sqrt(V).
        nn.init.normal_(self.words.weight)
        self.mix = nn.Sequential(nn.SiLU(), nn.Linear(width, width))

    def forward(self, level: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        features = torch.cos(level[:, None] * self.turns + self.phases) * math.sqrt(2)
        return functional.silu(self.level(features) + self.mix(self.words(condition)))


class Level(nn.Module):
    """The blocks of one resolution on the way down or up, with attention after the first."""

    def __init__(self, sizes: Sizes, channels: int, blocks: int, attends: bool):
        super().__init__()
        self.blocks = nn.ModuleList(ResidualBlock(channels, sizes.groups) for _ in range(blocks))
        self.attention = Attention(channels, sizes.heads, sizes.groups) if attends else None

    def forward(self, x: torch.Tensor, scales: list[torch.Tensor]) -> torch.Tensor:
        """Takes its scales and shifts from the front of the list."""
        for index, block in enumerate(self.blocks):
            x = block(x, scales.pop(0), scales.pop(0))
            if index == 0 and self.attention is not None:
                x = self.attention(x)
        return x


class UNet(nn.Module):
    """x [N, C, H, W], level [N] (any smooth function of sigma), condition [N, V] -> [N, C, H, W].

    Skip connections are added, not concatenated: every block keeps its channels, which saves
    the wide convolutions, their shortcuts and the Concat nodes.
    """

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.sizes = sizes
        first, patch = sizes.channels[0], sizes.patch
        # The same map as pixel-unshuffle and a 3x3 convolution, in one node.
        self.stem = nn.Conv2d(sizes.picture_channels, first, 3 * patch, patch, padding=patch)
        self.embed = Embedding(sizes)
        pairs = list(zip(sizes.channels[:-1], sizes.channels[1:], strict=True))
        self.down = nn.ModuleList(
            Level(sizes, width, sizes.blocks_down, index in sizes.attention)
            for index, width in enumerate(sizes.channels)
        )
        self.shrink = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairs)
        self.grow = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in pairs)
        self.up = nn.ModuleList(Level(sizes, width, sizes.blocks_up, False) for width in sizes.channels)
        self.norm = nn.Sequential(GroupNorm(sizes.groups), ChannelScale(first))
        self.head = nn.Conv2d(first, sizes.picture_channels * patch * patch, 3, padding=1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        widths = [c for c in sizes.channels for _ in range(sizes.blocks_down)]
        widths += [c for c in reversed(sizes.channels) for _ in range(sizes.blocks_up)]
        self.scale_widths = [width for width in widths for _ in range(2)]
        # One matrix for the scales and shifts of all blocks: one product instead of one a block.
        self.to_scales = nn.Linear(sizes.embedding, sum(self.scale_widths))
        is_scale = torch.tensor([i % 2 == 0 for i in range(len(self.scale_widths))])
        bias = is_scale.repeat_interleave(torch.tensor(self.scale_widths)).float()
        self.to_scales.bias.data.copy_(bias)

    def forward(self, x: torch.Tensor, level: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        scales = self.to_scales(self.embed(level, condition))[:, :, None, None]
        scales = slices(scales, self.scale_widths)
        x = self.stem(x)
        skips = []
        for index, blocks in enumerate(self.down):
            x = blocks(x, scales)
            skips.append(x)
            if index < len(self.shrink):
                x = self.shrink[index](x)
        for index in reversed(range(len(self.up))):
            if index < len(self.grow):
                x = functional.pixel_shuffle(self.grow[index](x), 2) + skips[index]
            x = self.up[index](x, scales)
        return functional.pixel_shuffle(self.head(functional.silu(self.norm(x))), self.sizes.patch)
