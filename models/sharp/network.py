"""The network that draws a picture sharp, at four times its size."""

import torch
from torch import nn
from torch.nn import functional

SCALE = 4
WIDTH = 24
# How far apart the taps of the convolutions lie: the far ones tell a mark from grain, at no cost.
DILATIONS = (1, 2, 1, 3, 1, 1)


def bilinear_weights(colours: int) -> torch.Tensor:
    """Bilinear enlargement as a 3x3 convolution before pixel shuffle: [colours * SCALE^2, colours, 3, 3]."""
    # The centre of subpixel k lies (k + 0.5) / SCALE - 0.5 pixels beside the pixel's own.
    offsets = (torch.arange(SCALE) + 0.5) / SCALE - 0.5
    taps = (1 - (offsets[:, None] - torch.arange(-1, 2)).abs()).clamp(min=0)  # [SCALE, 3]
    kernels = torch.einsum("ai,bj->abij", taps, taps).reshape(SCALE**2, 3, 3)
    weights = torch.zeros(colours, SCALE**2, colours, 3, 3)
    for colour in range(colours):
        weights[colour, :, colour] = kernels
    return weights.flatten(0, 1)


class Sharpener(nn.Module):
    """A linear enlargement, and what residual convolutions find to add to it: x [N, C, H, W] in [-1, 1] ->
    sharp [N, C, 4 H, 4 W]. Every size of picture is allowed. The border is repeated for the first convolutions."""

    def __init__(self, colours: int = 3, width: int = WIDTH, dilations: tuple[int, ...] = DILATIONS):
        super().__init__()
        self.enlarge = nn.Conv2d(colours, colours * SCALE**2, 3, bias=False)
        self.enlarge.weight.data.copy_(bilinear_weights(colours))
        self.stem = nn.Conv2d(colours, width, 3)
        self.body = nn.ModuleList(nn.Conv2d(width, width, 3, padding=d, dilation=d) for d in dilations)
        self.head = nn.Conv2d(width, colours * SCALE**2, 3, padding=1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        padded = functional.pad(x, (1, 1, 1, 1), mode="replicate")
        h = functional.relu(self.stem(padded))
        for conv in self.body:
            h = h + functional.relu(conv(h))
        return functional.pixel_shuffle(self.enlarge(padded) + self.head(h), SCALE)
