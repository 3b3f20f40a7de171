"""The two networks of a GAN: a generator and its discriminator. Their sizes are arguments."""

import itertools
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from models.lib.layers import slices


@dataclass(frozen=True)
class Sizes:
    """What both networks are made of.

    latent: numbers of noise that a picture is made from.
    start: pixels along each side of the first feature map; each level after the first doubles them.
    generator: channels of the generator's levels, coarsest first. discriminator: of its levels, finest first.
    """

    picture_channels: int
    picture_size: int
    vocabulary: int
    latent: int
    start: int
    generator: tuple[int, ...]
    discriminator: tuple[int, ...]
    seed_channels: int = 32
    embedding: int = 96


def leaky(x: torch.Tensor) -> torch.Tensor:
    return functional.leaky_relu(x, 0.2)


def start_evenly(network: nn.Module) -> None:
    """Weights for which a signal keeps its strength from layer to layer (He et al. 2015, arXiv 1502.01852)."""
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            nn.init.kaiming_normal_(layer.weight, 0.2)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)


def shares(condition: torch.Tensor) -> torch.Tensor:
    """Weights of words [N, V] with a sum of at most 1, so that several words are mixed and not added."""
    return condition / condition.sum(1, keepdim=True).clamp(min=1.0)


class ModulatedBlock(nn.Module):
    """Two convolutions beside a shortcut; the style scales and shifts between them. Nothing is normalised.

    x: [N, C, H, W]; scale and shift: [N, C, 1, 1]. The second convolution starts at zero: a fresh block is the
    identity.
    """

    def __init__(self, channels: int):
        super().__init__()
        self.conv_in = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv_out = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: torch.Tensor, scale: torch.Tensor, shift: torch.Tensor) -> torch.Tensor:
        h = self.conv_in(leaky(x)) * scale + shift
        return x + self.conv_out(leaky(h))


class Generator(nn.Module):
    """Noise z [N, latent] and condition [N, V] -> picture x [N, C, H, W] in [-1, 1], in one evaluation.

    Words are mixed where they enter: half of one and half of another is the middle of their vectors. Zeros mean
    "none". No statistics of a batch anywhere: a picture does not depend on those beside it.
    """

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.sizes = sizes
        width, widths = sizes.embedding, sizes.generator
        self.noise = nn.Linear(sizes.latent, width)
        self.words = nn.Linear(sizes.vocabulary, width, bias=False)
        self.mix = nn.Linear(width, width)
        self.seed = nn.Linear(width, sizes.seed_channels * sizes.start**2)
        self.stem = nn.Conv2d(sizes.seed_channels, widths[0], 3, padding=1)
        self.blocks = nn.ModuleList(ModulatedBlock(channels) for channels in widths[:-1])
        pairs = itertools.pairwise(widths)
        self.grow = nn.ModuleList(nn.Conv2d(a, 4 * b, 3, padding=1) for a, b in pairs)
        self.head = nn.Conv2d(widths[-1], sizes.picture_channels, 3, padding=1)
        self.scale_widths = [width for width in widths[:-1] for _ in range(2)]
        self.to_scales = nn.Linear(width, sum(self.scale_widths))
        start_evenly(self)
        nn.init.normal_(self.words.weight)
        nn.init.normal_(self.to_scales.weight, std=0.3 / width**0.5)
        nn.init.normal_(self.head.weight, std=0.3 / (9 * widths[-1]) ** 0.5)
        for block in self.blocks:
            nn.init.zeros_(block.conv_out.weight)
        is_scale = torch.tensor([i % 2 == 0 for i in range(len(self.scale_widths))])
        self.to_scales.bias.data.copy_(is_scale.repeat_interleave(torch.tensor(self.scale_widths)).float())

    def forward(self, z: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        style = leaky(self.noise(z) + self.words(shares(condition)))
        style = leaky(self.mix(style))
        scales = slices(self.to_scales(style)[:, :, None, None], self.scale_widths)
        edge = self.sizes.start
        x = self.stem(self.seed(style).reshape(-1, self.sizes.seed_channels, edge, edge))
        for block, grow in zip(self.blocks, self.grow, strict=True):
            x = block(x, scales.pop(0), scales.pop(0))
            x = functional.pixel_shuffle(grow(leaky(x)), 2)
        x = self.head(leaky(x)).float()
        # In training pictures may leave the range: there the discriminator can still call them back.
        return x if self.training else x.clamp(-1, 1)


class Discriminator(nn.Module):
    """Pictures [N, C, H, W] and condition [N, V] -> how real they look, [N]. Projection: Miyato and Koyama 2018,
    arXiv 1802.05637. The spread of the batch is a feature (Karras et al. 2018, arXiv 1710.10196), against collapse."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        widths = sizes.discriminator
        layers = []
        for entering, leaving in zip((sizes.picture_channels, *widths[:-1]), widths, strict=True):
            layers += [nn.Conv2d(entering, leaving, 4, stride=2, padding=1), nn.LeakyReLU(0.2)]
        self.body = nn.Sequential(*layers)
        edge = sizes.picture_size // 2 ** len(widths)
        width = sizes.embedding * 2
        self.mix = nn.Sequential(nn.Linear(widths[-1] * edge**2 + 1, width), nn.LeakyReLU(0.2))
        self.head = nn.Linear(width, 1)
        self.words = nn.Linear(sizes.vocabulary, width, bias=False)
        start_evenly(self)
        nn.init.normal_(self.words.weight)

    def forward(self, x: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        h = self.body(x).flatten(1)
        # Among groups of eight, so that it means the same at every batch.
        spread = h.reshape(-1, 8, h.shape[1]).float().var(1, correction=0).add(1e-6).sqrt().mean(1)
        h = self.mix(torch.cat([h, spread.repeat_interleave(8)[:, None].to(h.dtype)], 1))
        return (self.head(h)[:, 0] + (self.words(shares(condition)) * h).sum(1) / h.shape[1] ** 0.5).float()
