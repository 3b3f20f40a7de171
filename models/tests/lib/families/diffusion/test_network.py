import torch
from models.lib.families.diffusion.preconditioning import SIGMA_MAX, SIGMA_MIN


def test_keeps_the_shape_and_stays_finite_over_all_levels(denoiser):
    sigma = torch.tensor([SIGMA_MIN, 1.0, SIGMA_MAX])
    x = torch.randn(3, 3, 8, 8) * sigma.reshape(-1, 1, 1, 1)
    denoised = denoiser(x, sigma, torch.eye(5)[:3])
    assert denoised.shape == x.shape
    assert denoised.isfinite().all()


def test_a_picture_does_not_depend_on_its_neighbours(denoiser):
    x, sigma, condition = torch.randn(4, 3, 8, 8), torch.rand(4) + 0.1, torch.rand(4, 5)
    together = denoiser(x, sigma, condition)
    alone = denoiser(x[2:3], sigma[2:3], condition[2:3])
    torch.testing.assert_close(together[2:3], alone, atol=1e-5, rtol=1e-4)


def test_the_condition_matters_and_may_be_fractional(denoiser):
    x, sigma = torch.randn(1, 3, 8, 8), torch.ones(1)
    outputs = [denoiser(x, sigma, torch.tensor([[weight, 0.0, 0.0, 0.0, 0.0]])) for weight in (0.0, 0.5, 1.0)]
    assert (outputs[0] - outputs[1]).abs().max() > 1e-5
    assert (outputs[1] - outputs[2]).abs().max() > 1e-5


def test_every_weight_gets_a_gradient(denoiser):
    x, noise = torch.randn(2, 3, 8, 8), torch.randn(2, 3, 8, 8)
    denoiser.loss(x, torch.tensor([0.3, 3.0]), torch.eye(5)[:2], noise).mean().backward()
    without = [name for name, p in denoiser.named_parameters() if p.grad is None or not p.grad.any()]
    assert without == []
