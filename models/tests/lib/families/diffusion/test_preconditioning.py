import pytest
import torch
from models.lib.families.diffusion.preconditioning import SIGMA_MAX, SIGMA_MIN, Denoiser, draw_sigmas
from torch import nn


class Silent(nn.Module):
    """A network that answers nothing."""

    def forward(self, x, _level, _condition):
        return torch.zeros_like(x)


def test_at_low_noise_the_input_is_the_answer():
    x = torch.randn(1, 1, 4, 4)
    denoised = Denoiser(Silent(), 0.5)(x, torch.tensor([1e-3]), torch.zeros(1, 1))
    torch.testing.assert_close(denoised, x, atol=1e-4, rtol=1e-4)


def test_at_high_noise_the_input_is_forgotten():
    x = torch.randn(1, 1, 4, 4) * 160
    denoised = Denoiser(Silent(), 0.5)(x, torch.tensor([160.0]), torch.zeros(1, 1))
    assert denoised.abs().max() < 0.01


@pytest.mark.parametrize("sigma", [SIGMA_MIN, 0.5, 3.0, SIGMA_MAX])
def test_input_and_target_have_unit_variance_at_every_level(sigma):
    generator = torch.Generator().manual_seed(0)
    x0 = 0.5 * torch.randn(4, 1, 64, 64, generator=generator)
    noise = torch.randn(x0.shape, generator=generator)
    levels = torch.full((4,), sigma)
    denoiser = Denoiser(Silent(), 0.5)
    c_in = denoiser.scalings(levels)[2]
    x = x0 + sigma * noise
    assert (c_in * x).std().item() == pytest.approx(1, abs=0.03)
    # The network is silent, so its loss is the mean square of the target.
    loss = denoiser.loss(x, levels, torch.zeros(4, 1), x0).mean().item()
    assert loss == pytest.approx(1, abs=0.05)


def test_levels_cover_the_whole_range():
    sigmas = draw_sigmas(20_000, -0.4, 1.4, torch.Generator().manual_seed(0))
    assert 0.999 * SIGMA_MIN < sigmas.min() < 0.003
    assert 140 < sigmas.max() < 1.001 * SIGMA_MAX
    assert sigmas.log().median().item() == pytest.approx(-0.4, abs=0.1)
