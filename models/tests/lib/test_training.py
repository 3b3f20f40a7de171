import copy

import pytest
import torch
from models.lib.families.diffusion.training import Run, Settings
from models.lib.training import drop_conditions, rate_at, train

SETTINGS = Settings(steps=6, batch=4, warm_up=2, bf16=False, seed=3)


def draw(count, generator):
    return torch.randn(count, 3, 8, 8, generator=generator), torch.eye(5)[:count]


def weights(run):
    return torch.cat([p.flatten() for model in (run.model, run.average) for p in model.parameters()])


def test_a_resumed_run_gives_the_weights_of_an_uninterrupted_one(denoiser, tmp_path):
    whole = Run(copy.deepcopy(denoiser), SETTINGS)
    train(whole, draw, tmp_path / "whole")

    # The rate depends on the number of steps, so the first half must know of all six: stop it.
    first = Run(copy.deepcopy(denoiser), SETTINGS)

    def stop_after_three(count, generator):
        if first.step == 3:
            raise KeyboardInterrupt
        return draw(count, generator)

    try:
        train(first, stop_after_three, tmp_path / "halves")
    except KeyboardInterrupt:
        first.save(tmp_path / "halves" / "checkpoint.pt")
    second = Run(copy.deepcopy(denoiser), SETTINGS)
    second.restore(tmp_path / "halves" / "checkpoint.pt")
    assert second.step == 3
    train(second, draw, tmp_path / "halves")
    torch.testing.assert_close(weights(second), weights(whole), atol=0, rtol=0)


def test_the_average_follows_and_keeps_no_graph(denoiser, tmp_path):
    run = Run(denoiser, SETTINGS)
    before = weights(run)
    train(run, draw, tmp_path)
    assert not torch.equal(weights(run), before)
    assert all(p.is_leaf and not p.requires_grad for p in run.average.parameters())


def test_the_rate_warms_up_stays_and_falls():
    settings = Settings(steps=1000, warm_up=100)
    factors = [rate_at(step, settings) for step in (0, 50, 100, 499, 750, 999)]
    assert factors[0] < factors[1] < factors[2] == factors[3] == 1
    assert factors[4] == 0.51
    assert abs(factors[5] - settings.final_rate) < 0.01


def test_conditions_are_dropped_whole_at_the_rate_asked_for():
    kept = drop_conditions(torch.ones(10_000, 3), 0.1, torch.Generator().manual_seed(0))
    assert (kept.sum(1) == 0).float().mean().item() == pytest.approx(0.1, abs=0.01)
    assert set(kept.sum(1).tolist()) == {0.0, 3.0}
