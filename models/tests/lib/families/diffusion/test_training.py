import copy

import torch
from models.lib.families.diffusion.training import Run, Settings, led

LATE = Settings(steps=6, batch=4, warm_up=2, bf16=False, seed=3, lead=1.5, lead_at=0.5)


def draw(count, generator):
    return torch.randn(count, 3, 8, 8, generator=generator), torch.eye(5)[:count]


def advance(run, steps):
    for _ in range(steps):
        run.take_step(draw)
        run.step += 1
    return torch.cat([weight.flatten() for weight in run.model.parameters()])


def test_from_a_share_of_the_run_on_it_leads_itself_and_goes_on_with_that_leader(denoiser, tmp_path):
    whole = Run(copy.deepcopy(denoiser), LATE)
    advance(whole, 3)
    assert whole.leader is None
    learned = copy.deepcopy(whole.average.state_dict())
    advance(whole, 1)
    for name, weight in whole.leader.state_dict().items():
        assert torch.equal(weight, learned[name])
    whole.save(tmp_path / "checkpoint.pt")
    second = Run(copy.deepcopy(denoiser), LATE)
    second.restore(tmp_path / "checkpoint.pt")
    torch.testing.assert_close(advance(second, 2), advance(whole, 2), atol=0, rtol=0)


def test_a_lead_changes_what_is_learned(denoiser):
    led_, plain = (Run(copy.deepcopy(denoiser), s) for s in (LATE, Settings(**{**vars(LATE), "lead": 1.0})))
    assert torch.equal(advance(led_, 3), advance(plain, 3))
    assert not torch.equal(advance(led_, 3), advance(plain, 3))


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
