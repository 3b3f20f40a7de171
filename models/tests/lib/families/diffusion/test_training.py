import torch
from models.lib.families.diffusion.training import led


def test_a_lead_moves_the_aim_by_guidance_and_leaves_rows_without_a_condition(denoiser):
    x0, x = torch.randn(2, 2, 3, 8, 8)
    sigma, condition = torch.tensor([0.5, 2.0]), torch.eye(5)[:2]
    condition[1] = 0
    aim = led(denoiser, 1.5, x0, [x, sigma, condition])
    guided = 1.5 * denoiser(x, sigma, condition) - 0.5 * denoiser(x, sigma, torch.zeros_like(condition))
    moved = guided - denoiser(x, sigma, condition)
    torch.testing.assert_close(aim[0] - x0[0], moved[0])
    assert not torch.equal(aim[0], x0[0])
    torch.testing.assert_close(aim[1], x0[1])
