"""The training loop: AdamW, warm-up, constant rate, linear decay, EMA, checkpoints, resume."""

import copy
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from models.lib.preconditioning import Denoiser, draw_sigmas, drop_conditions

Batch = tuple[torch.Tensor, torch.Tensor]  # pictures [N, C, H, W], conditions [N, V]


@dataclass(frozen=True)
class Settings:
    """What a run does. Times are in seconds, rates per step."""

    steps: int
    batch: int = 64
    rate: float = 7e-4
    warm_up: int = 200
    decay_from: float = 0.5  # share of the steps after which the rate falls linearly ...
    final_rate: float = 0.02  # ... to this share of itself
    ema: float = 0.9995
    clip: float = 1.0
    drop: float = 0.1
    sigma_mean: float = -0.4  # of ln sigma
    sigma_deviation: float = 1.4
    lead: float = 1.0  # the guidance that the plain estimate learns to have; 1: none, it stays the data's
    seed: int = 0
    device: str = "cpu"
    bf16: bool = True
    checkpoint_every: float = 120.0


class Run:
    """The state of one training: weights, their moving average, optimiser, random state, clocks.

    denoiser: where the training starts. leader: what leads it with settings.lead, a denoiser that knows
    its conditions and "none" already; where none is given, the start. weigh: conditions [N, V] -> the
    weights of the pixels in the loss [N, 1, H, W].
    """

    def __init__(
        self,
        denoiser: Denoiser,
        settings: Settings,
        leader: Denoiser | None = None,
        weigh: Callable[[torch.Tensor], torch.Tensor] | None = None,
    ):
        self.settings = settings
        self.weigh = weigh
        self.model = denoiser.to(settings.device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model).requires_grad_(False)
        self.leader = None if settings.lead == 1 else copy.deepcopy(leader or denoiser)
        if self.leader is not None:
            self.leader.to(settings.device, memory_format=torch.channels_last).requires_grad_(False)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), settings.rate, (0.9, 0.99), weight_decay=0.01, fused=True
        )
        # All draws come from this generator on the CPU: they do not depend on the device.
        self.generator = torch.Generator().manual_seed(settings.seed)
        self.step = 0
        self.seconds = {"wall": 0.0, "cpu": 0.0}

    def save(self, path: Path) -> None:
        """Writes beside the old checkpoint and renames, so that a kill never leaves half a file."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "generator": self.generator.get_state(),
            "step": self.step,
            "seconds": self.seconds,
        }
        torch.save(state, path.with_suffix(".partial"))
        os.replace(path.with_suffix(".partial"), path)

    def restore(self, path: Path) -> None:
        state = torch.load(path, map_location=self.settings.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"].cpu())
        self.step, self.seconds = state["step"], state["seconds"]


def rate_at(step: int, settings: Settings) -> float:
    """Factor on the learning rate: linear warm-up, constant, then linear decay to final_rate."""
    warm = min(1.0, (step + 1) / settings.warm_up)
    start = settings.decay_from * settings.steps
    progress = max(0.0, (step - start) / max(1.0, settings.steps - start))
    return warm * (1 - (1 - settings.final_rate) * progress)


@torch.no_grad()
def led(leader: Denoiser, lead: float, x0: torch.Tensor, inputs: list[torch.Tensor]) -> torch.Tensor:
    """x0, moved to where guidance would move it. Model guidance, Tang et al. 2025, arXiv 2502.12154,
    with a fixed leader: E[aim] is the estimate of guidance `lead`, at one evaluation instead of two.

    inputs: x, sigma, condition. Rows without a condition stay as they are.
    """
    x, sigma, condition = inputs
    conditional, unconditional = (leader(x, sigma, c) for c in (condition, torch.zeros_like(condition)))
    return x0 + (lead - 1) * (conditional - unconditional)


def train_step(run: Run, draw: Callable[[int, torch.Generator], Batch]) -> torch.Tensor:
    """One step of the optimiser and of the moving average. Returns the loss (a scalar)."""
    s = run.settings
    pictures, conditions = draw(s.batch, run.generator)
    sigma = draw_sigmas(s.batch, s.sigma_mean, s.sigma_deviation, run.generator)
    noise = torch.randn(pictures.shape, generator=run.generator)
    conditions = drop_conditions(conditions, s.drop, run.generator)
    weights = run.weigh(conditions).to(s.device) if run.weigh else 1.0
    noisy = pictures + sigma.reshape(-1, 1, 1, 1) * noise
    x0, *inputs = (value.to(s.device) for value in (pictures, noisy, sigma, conditions))
    for group in run.optimiser.param_groups:
        group["lr"] = s.rate * rate_at(run.step, s)
    with torch.autocast(s.device, torch.bfloat16, enabled=s.bf16):
        aim = x0 if run.leader is None else led(run.leader, s.lead, x0, inputs)
        loss = run.model.loss(*inputs, aim, weights).mean()
    run.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(run.model.parameters(), s.clip)
    run.optimiser.step()
    # A short average at first, else it would remember the random start.
    decay = min(s.ema, (1 + run.step) / (10 + run.step))
    with torch.no_grad():
        weights = list(run.model.parameters())
        torch._foreach_lerp_(list(run.average.parameters()), weights, 1 - decay)
    run.step += 1
    return loss.detach()


def train(run: Run, draw: Callable[[int, torch.Generator], Batch], folder: Path, log_every: int = 100) -> None:
    """Trains until settings.steps, or goes on from where `run` was restored to.

    draw(count, generator) -> pictures and conditions. Writes folder/checkpoint.pt and log.jsonl.
    Clocks count from here on: `cpu` is what this process used, on all cores together.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run.model.train()
    before = dict(run.seconds)
    wall, cpu, saved = time.monotonic(), time.process_time(), time.monotonic()
    losses = []
    while run.step < run.settings.steps:
        losses.append(train_step(run, draw))
        run.seconds["wall"] = before["wall"] + time.monotonic() - wall
        run.seconds["cpu"] = before["cpu"] + time.process_time() - cpu
        if run.step % log_every == 0:
            line = {"step": run.step, "loss": round(torch.stack(losses).mean().item(), 5)}
            line |= {clock: round(value, 1) for clock, value in run.seconds.items()}
            with (folder / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            losses = []
        if time.monotonic() - saved > run.settings.checkpoint_every:
            run.save(folder / "checkpoint.pt")
            saved = time.monotonic()
    run.save(folder / "checkpoint.pt")
