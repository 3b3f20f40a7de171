"""The layers of the networks. Pictures are [N, C, H, W] in float32 unless autocast says otherwise."""

import itertools

import torch
from torch import nn
from torch.nn import functional


class GroupNorm(nn.Module):
    """Group normalisation (Wu and He 2018) without weights of its own: callers scale and shift.

    While exporting it becomes Reshape -> InstanceNormalization -> Reshape, which onnxruntime runs
    on every backend and which WebGPU graph capture accepts; the operator GroupNormalization is not.
    """

    def __init__(self, groups: int, epsilon: float = 1e-5):
        super().__init__()
        self.groups = groups
        self.epsilon = epsilon

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not torch.onnx.is_in_onnx_export():
            return functional.group_norm(x, self.groups, eps=self.epsilon)
        channels, height, width = x.shape[1:]
        flat = x.reshape(-1, self.groups, channels // self.groups * height * width)
        ones, zeros = torch.ones(self.groups), torch.zeros(self.groups)
        normal = torch.onnx.ops.symbolic(
            "InstanceNormalization",
            (flat, ones, zeros),
            {"epsilon": self.epsilon},
            dtype=torch.float32,
            shape=flat.shape,
        )
        return normal.reshape(-1, channels, height, width)


class ChannelScale(nn.Module):
    """One learned scale and shift per channel: x [N, C, H, W] -> the same shape."""

    def __init__(self, channels: int):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels, 1, 1))
        self.shift = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.scale + self.shift


def slices(scales: torch.Tensor, widths: list[int]) -> list[torch.Tensor]:
    """[N, sum of widths, 1, 1] cut into [N, width, 1, 1] each.

    One Slice a piece and not one Split for all: on WebGPU an operator's outputs share a shader,
    and a shader may hold ten buffers.
    """
    ends = list(itertools.accumulate(widths))
    pieces = zip(ends, widths, strict=True)
    return [scales[:, end - width : end] for end, width in pieces]


class ResidualBlock(nn.Module):
    """norm-SiLU-conv twice; the embedding scales and shifts after the second norm.

    x: [N, C, H, W]; scale and shift: [N, C, 1, 1]. The second convolution starts at zero, so that
    a fresh block is the identity.
    """

    def __init__(self, channels: int, groups: int):
        super().__init__()
        self.norm_in = nn.Sequential(GroupNorm(groups), ChannelScale(channels))
        self.conv_in = nn.Conv2d(channels, channels, 3, padding=1)
        self.norm_out = GroupNorm(groups)
        self.conv_out = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.conv_out.weight)
        nn.init.zeros_(self.conv_out.bias)

    def forward(self, x: torch.Tensor, scale: torch.Tensor, shift: torch.Tensor) -> torch.Tensor:
        h = self.conv_in(functional.silu(self.norm_in(x)))
        h = self.norm_out(h) * scale + shift
        return x + self.conv_out(functional.silu(h))


class Attention(nn.Module):
    """Self-attention over all pixels, as two plain matrix products: [N, C, H, W] -> the same shape.

    The CPU's fused attention is slower than that at these sizes. The last projection starts at zero.
    """

    def __init__(self, channels: int, heads: int, groups: int):
        super().__init__()
        self.heads = heads
        self.width = channels // heads
        self.norm = nn.Sequential(GroupNorm(groups), ChannelScale(channels))
        self.to_query_key_value = nn.Conv2d(channels, 3 * channels, 1)
        self.project = nn.Conv2d(channels, channels, 1)
        nn.init.zeros_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        channels, height, width = x.shape[1:]
        mixed = self.to_query_key_value(self.norm(x))
        mixed = mixed.reshape(-1, 3 * self.heads, self.width, height * width)
        query, key, value = mixed.split(self.heads, dim=1)  # each [N, heads, width, pixels]
        scores = (query * self.width**-0.5).transpose(-1, -2) @ key
        gathered = value @ scores.softmax(dim=-1).transpose(-1, -2)
        return x + self.project(gathered.reshape(-1, channels, height, width))
