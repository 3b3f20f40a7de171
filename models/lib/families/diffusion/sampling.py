"""Samplers for evaluation and for golden pictures. The page has its own in src/engine."""

import functools
import itertools
import math
from collections.abc import Callable

import torch

Model = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]
Denoise = Callable[[torch.Tensor, float], torch.Tensor]


def guided(model: Model, condition: torch.Tensor, guidance: float) -> Denoise:
    """Classifier-free guidance, arXiv 2207.12598, on x0. condition: [N, V]; 1 is off.

    Returns (x at alpha = 1, sigma) -> x0.
    """

    def denoise(x: torch.Tensor, sigma: float) -> torch.Tensor:
        level = torch.full((len(x),), sigma, dtype=torch.float32, device=x.device)
        conditional = model(x, level, condition)
        if guidance == 1:
            return conditional
        unconditional = model(x, level, torch.zeros_like(condition))
        return unconditional + guidance * (conditional - unconditional)

    return denoise


def karras_sigmas(steps: int, low: float = 0.01, high: float = 40.0, rho: float = 7.0) -> list[float]:
    """Falling levels and a final 0: steps + 1 of them. Karras et al. 2022, equation 5, float64."""
    ramp = torch.linspace(0, 1, steps, dtype=torch.float64)
    sigmas = (high ** (1 / rho) + ramp * (low ** (1 / rho) - high ** (1 / rho))) ** rho
    return [*sigmas.tolist(), 0.0]


def even_sigmas(steps: int, low: float = 0.01, high: float = 40.0) -> list[float]:
    """Falling levels, even in log sigma and so in log SNR, and a final 0: steps + 1 of them, float64."""
    ramp = torch.linspace(0, 1, steps, dtype=torch.float64)
    return [*(high * (low / high) ** ramp).tolist(), 0.0]


def heun(denoise: Denoise, noise: torch.Tensor, sigmas: list[float]) -> torch.Tensor:
    """Karras et al. 2022, Algorithm 1, without churn. noise: [N, C, H, W], standard normal."""
    x = noise * sigmas[0]
    for sigma, following in itertools.pairwise(sigmas):
        slope = (x - denoise(x, sigma)) / sigma
        euler = x + (following - sigma) * slope
        if following == 0:
            return euler
        corrected = (euler - denoise(euler, following)) / following
        x = x + (following - sigma) * (slope + corrected) / 2
    return x


def euler(denoise: Denoise, noise: torch.Tensor, sigmas: list[float]) -> torch.Tensor:
    """Karras et al. 2022, Algorithm 2 without churn; DDIM in other clothes. Arguments as for heun."""
    x = noise * sigmas[0]
    for sigma, following in itertools.pairwise(sigmas):
        x = x + (following - sigma) * (x - denoise(x, sigma)) / sigma
    return x


def euler_ancestral(denoise: Denoise, noise: torch.Tensor, sigmas: list[float], seed: int = 1) -> torch.Tensor:
    """Song et al. 2021, arXiv 2011.13456, app. F: a step down to less than the next level, then fresh noise."""
    generator = torch.Generator().manual_seed(seed)
    x = noise * sigmas[0]
    for sigma, following in itertools.pairwise(sigmas):
        up = math.sqrt(following**2 * (sigma**2 - following**2) / sigma**2)
        down = math.sqrt(following**2 - up**2)
        x = x + (down - sigma) * (x - denoise(x, sigma)) / sigma
        x = x + up * torch.randn(x.shape, generator=generator)
    return x


def dpmpp_2m(
    denoise: Denoise, noise: torch.Tensor, sigmas: list[float], eta: float = 0.0, seed: int = 1
) -> torch.Tensor:
    """DPM-Solver++(2M), Lu et al. 2022, arXiv 2211.01095, algorithm 2, at alpha = 1; with eta 1 its
    stochastic twin, midpoint form. The last step is of first order."""
    generator = torch.Generator().manual_seed(seed)
    x, before, h_before = noise * sigmas[0], None, 0.0
    for sigma, following in itertools.pairwise(sigmas):
        x0 = denoise(x, sigma)
        if following == 0:
            return x0
        h = math.log(sigma / following)
        lead = x0 if before is None else x0 + (h / (2 * h_before)) * (x0 - before)
        x = (following / sigma) * math.exp(-eta * h) * x - math.expm1(-(1 + eta) * h) * lead
        if eta > 0:
            up = following * math.sqrt(-math.expm1(-2 * eta * h))
            x = x + up * torch.randn(x.shape, generator=generator)
        before, h_before = x0, h
    raise ValueError("sigmas: the last one is 0")


SAMPLERS = {
    "Euler": euler,
    "Euler ancestral": euler_ancestral,
    "Heun": heun,
    "DPM++ 2M": dpmpp_2m,
    "DPM++ 2M SDE": functools.partial(dpmpp_2m, eta=1.0),
}


def linear_beta_levels(steps: int, train_steps: int = 1000) -> list[tuple[float, float]]:
    """(alpha, sigma) of diffusers' DDIMScheduler defaults: betas linear from 1e-4 to 0.02, leading
    spacing, steps_offset 0, and (1, 0) at the end (set_alpha_to_one). steps + 1 pairs."""
    betas = torch.linspace(1e-4, 0.02, train_steps, dtype=torch.float64)
    cumulative = (1 - betas).cumprod(0)
    stride = train_steps // steps
    kept = [cumulative[index * stride].item() for index in reversed(range(steps))]
    return [(bar**0.5, (1 - bar) ** 0.5) for bar in [*kept, 1.0]]


def ddim(denoise: Denoise, noise: torch.Tensor, levels: list[tuple[float, float]]) -> torch.Tensor:
    """Song et al. 2021, arXiv 2010.02502, equation 12 with eta = 0. noise: x at the first level."""
    x = noise
    for (alpha, sigma), (next_alpha, next_sigma) in itertools.pairwise(levels):
        x0 = denoise(x / alpha, sigma / alpha)
        epsilon = (x - alpha * x0) / sigma
        x = next_alpha * x0 + next_sigma * epsilon
    return x
