"""EDM preconditioning and noise levels. Karras et al. 2022, arXiv 2206.00364, table 1."""

import math

import torch
from torch import nn

SIGMA_MIN = 0.002
SIGMA_MAX = 160.0


class Denoiser(nn.Module):
    """D(x, sigma) = c_skip x + c_out F(c_in x, ln(sigma) / 4, condition), with x = x0 + sigma n.

    x: [N, C, H, W]; sigma: [N] > 0; condition: [N, V]. Returns the estimate of x0: [N, C, H, W].
    sigma_data: root mean square of the data in its value range.
    """

    def __init__(self, network: nn.Module, sigma_data: float):
        super().__init__()
        self.network = network
        self.sigma_data = sigma_data

    def scalings(self, sigma: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """sigma [N] -> c_skip, c_out, c_in, each [N, 1, 1, 1]."""
        sigma = sigma.reshape(-1, 1, 1, 1)
        total = (sigma * sigma + self.sigma_data**2).reciprocal()
        c_in = total.sqrt()
        return self.sigma_data**2 * total, self.sigma_data * sigma * c_in, c_in

    def forward(self, x: torch.Tensor, sigma: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        c_skip, c_out, c_in = self.scalings(sigma)
        return c_skip * x + c_out * self.network(c_in * x, sigma.log() / 4, condition).float()

    def loss(
        self,
        x: torch.Tensor,
        sigma: torch.Tensor,
        condition: torch.Tensor,
        aim: torch.Tensor,
        weights: torch.Tensor | float = 1.0,
    ) -> torch.Tensor:
        """|F - target|^2 averaged over pixels, which is EDM's weighting of |D - aim|^2. Returns [N].

        aim: what the estimate should be, [N, C, H, W]: x0, or what takes its place.
        weights: of the pixels, [N, 1, H, W].
        """
        c_skip, c_out, c_in = self.scalings(sigma)
        estimate = self.network(c_in * x, sigma.log() / 4, condition).float()
        target = (aim - c_skip * x) / c_out
        return (weights * (estimate - target).square()).mean(dim=(1, 2, 3))


def draw_sigmas(
    count: int, mean: float, deviation: float, generator: torch.Generator, wide: float = 0.1
) -> torch.Tensor:
    """Levels for training, [count]: ln sigma ~ N(mean, deviation), and a share `wide` of them
    with ln sigma uniform over the whole range, since classic schedules start at sigma 157."""
    log_sigma = mean + deviation * torch.randn(count, generator=generator)
    low, high = math.log(SIGMA_MIN), math.log(SIGMA_MAX)
    uniform = low + (high - low) * torch.rand(count, generator=generator)
    is_wide = torch.rand(count, generator=generator) < wide
    return torch.where(is_wide, uniform, log_sigma).clamp(low, high).exp()
