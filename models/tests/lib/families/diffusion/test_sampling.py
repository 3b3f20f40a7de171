import math

import pytest
import torch
from models.lib.families.diffusion import sampling


def shrink(x, sigma):
    """The exact denoiser of data ~ N(0, 1)."""
    return x / (1 + sigma**2)


def test_ddim_carries_noise_to_the_data_distribution():
    noise = torch.randn(20_000, 1, 1, 1, generator=torch.Generator().manual_seed(0))
    by_ddim = sampling.ddim(shrink, noise, sampling.linear_beta_levels(200))
    assert by_ddim.std().item() == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("name", sampling.SAMPLERS)
def test_every_sampler_carries_noise_to_the_data_distribution(name):
    noise = torch.randn(20_000, 1, 1, 1, generator=torch.Generator().manual_seed(0))
    end = sampling.SAMPLERS[name](shrink, noise, sampling.karras_sigmas(400))
    assert end.std().item() == pytest.approx(1, abs=0.03)


def test_second_order_samplers_need_fewer_steps():
    noise = torch.ones(1, 1, 1, 1)
    # What the flow of an exact N(0, 1) makes of noise 1 from sigma 40 on.
    exact = 40 / math.sqrt(1 + 40**2)
    error = {
        name: abs(sampling.SAMPLERS[name](shrink, noise, sampling.karras_sigmas(80)).item() - exact)
        for name in ("Euler", "Heun", "DPM++ 2M")
    }
    assert error["Heun"] < error["Euler"] / 4
    assert error["DPM++ 2M"] < error["Euler"] / 4


def test_karras_sigmas_fall_to_zero():
    sigmas = sampling.karras_sigmas(18)
    assert len(sigmas) == 19
    assert sigmas[0] == pytest.approx(40)
    assert sigmas[-2:] == pytest.approx([0.01, 0])
    assert sigmas == sorted(sigmas, reverse=True)


def test_even_sigmas_fall_by_the_same_factor():
    sigmas = sampling.even_sigmas(5, low=0.01, high=100)
    assert sigmas == pytest.approx([100, 10, 1, 0.1, 0.01, 0])


def test_linear_beta_levels_are_those_of_diffusers():
    levels = sampling.linear_beta_levels(20)
    assert len(levels) == 21
    # alphas_cumprod[950] of DDIMScheduler() is 1.0604e-4
    assert levels[0][0] ** 2 == pytest.approx(1.0604e-4, rel=1e-3)
    assert levels[-2][0] ** 2 == pytest.approx(1 - 1e-4)
    assert levels[-1] == (1, 0)


def test_guidance_mixes_the_two_estimates():
    def model(x, _sigma, condition):
        return x + condition.sum(1).reshape(-1, 1, 1, 1)

    x, condition = torch.zeros(2, 1, 1, 1), torch.ones(2, 1)
    assert sampling.guided(model, condition, 1)(x, 1.0).flatten().tolist() == [1, 1]
    assert sampling.guided(model, condition, 1.5)(x, 1.0).flatten().tolist() == [1.5, 1.5]
