"""The training loop that all families share: rate, moving average, clocks, checkpoints, resume."""

import copy
import json
import os
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

Batch = tuple[torch.Tensor, torch.Tensor]  # pictures [N, C, H, W], conditions [N, V]
Draw = Callable[[int, torch.Generator], Batch]  # how many, and the source of chance


@dataclass(frozen=True)
class Settings:
    """What a run of any family does. Times are in seconds, rates per step."""

    steps: int
    batch: int = 64
    rate: float = 7e-4
    warm_up: int = 200
    decay_from: float = 0.5  # share of the steps after which the rate falls linearly ...
    final_rate: float = 0.02  # ... to this share of itself
    ema: float = 0.9995
    drop: float = 0.1  # share of the conditions that are left out whole
    seed: int = 0
    device: str = "cpu"
    bf16: bool = True
    checkpoint_every: float = 120.0


def rate_at(step: int, settings: Settings) -> float:
    """Factor on the learning rate: linear warm-up, constant, then linear decay to final_rate."""
    warm = min(1.0, (step + 1) / settings.warm_up)
    start = settings.decay_from * settings.steps
    progress = max(0.0, (step - start) / max(1.0, settings.steps - start))
    return warm * (1 - (1 - settings.final_rate) * progress)


def drop_conditions(condition: torch.Tensor, probability: float, generator: torch.Generator) -> torch.Tensor:
    """Sets whole rows of [N, V] to "none" (zeros), as for classifier-free guidance, arXiv 2207.12598."""
    keep = torch.rand(len(condition), 1, generator=generator) >= probability
    return condition * keep


class Run(ABC):
    """The state of one training: the model, its moving average, random state, clocks. A family adds the rest."""

    def __init__(self, model: nn.Module, settings: Settings):
        self.settings = settings
        self.model = model.to(settings.device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model).requires_grad_(False)
        # All draws come from this generator on the CPU: they do not depend on the device.
        self.generator = torch.Generator().manual_seed(settings.seed)
        self.step = 0
        self.seconds = {"wall": 0.0, "cpu": 0.0}

    @abstractmethod
    def take_step(self, draw: Draw) -> dict[str, torch.Tensor]:
        """One step of the optimisers and of the moving average. Returns scalars for the log, by name."""

    @abstractmethod
    def parts(self) -> dict[str, nn.Module | torch.optim.Optimizer]:
        """What a checkpoint keeps, by name."""

    def adamw(self, model: nn.Module, betas: tuple[float, float], weight_decay: float) -> torch.optim.AdamW:
        return torch.optim.AdamW(model.parameters(), self.settings.rate, betas, weight_decay=weight_decay, fused=True)

    def set_rate(self, optimiser: torch.optim.Optimizer) -> None:
        for group in optimiser.param_groups:
            group["lr"] = self.settings.rate * rate_at(self.step, self.settings)

    @torch.no_grad()
    def follow(self) -> None:
        """Moves the average towards the weights. A short average at first, else it would remember the start."""
        decay = min(self.settings.ema, (1 + self.step) / (10 + self.step))
        weights = list(self.model.parameters())
        torch._foreach_lerp_(list(self.average.parameters()), weights, 1 - decay)

    def save(self, path: Path) -> None:
        """Writes beside the old checkpoint and renames, so that a kill never leaves half a file."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        state |= {"generator": self.generator.get_state(), "step": self.step, "seconds": self.seconds}
        torch.save(state, path.with_suffix(".partial"))
        os.replace(path.with_suffix(".partial"), path)

    def restore(self, path: Path) -> None:
        state = torch.load(path, map_location=self.settings.device, weights_only=True)
        for name, part in self.parts().items():
            part.load_state_dict(state[name])
        self.generator.set_state(state["generator"].cpu())
        self.step, self.seconds = state["step"], state["seconds"]


def train(run: Run, draw: Draw, folder: Path, log_every: int = 100) -> None:
    """Trains until settings.steps, or goes on from where `run` was restored to.

    Writes folder/checkpoint.pt and log.jsonl. Clocks count from here on: `cpu` is what this process used, on all
    cores together.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run.model.train()
    before = dict(run.seconds)
    wall, cpu, saved = time.monotonic(), time.process_time(), time.monotonic()
    logged = []
    while run.step < run.settings.steps:
        logged.append(run.take_step(draw))
        run.step += 1
        run.seconds["wall"] = before["wall"] + time.monotonic() - wall
        run.seconds["cpu"] = before["cpu"] + time.process_time() - cpu
        if run.step % log_every == 0:
            write_line(folder / "log.jsonl", run, logged)
            logged = []
        if time.monotonic() - saved > run.settings.checkpoint_every:
            run.save(folder / "checkpoint.pt")
            saved = time.monotonic()
    run.save(folder / "checkpoint.pt")


def write_line(path: Path, run: Run, logged: list[dict[str, torch.Tensor]]) -> None:
    """Adds the means of what was logged, and the clocks."""
    line = {"step": run.step}
    line |= {name: round(torch.stack([entry[name] for entry in logged]).mean().item(), 5) for name in logged[0]}
    line |= {clock: round(value, 1) for clock, value in run.seconds.items()}
    with path.open("a") as log:
        log.write(json.dumps(line) + "\n")
