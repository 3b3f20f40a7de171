"""The training of a denoiser: its loss at random noise levels, and a lead, where it is to have some guidance."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from models.lib import training
from models.lib.families.diffusion.preconditioning import Denoiser, draw_sigmas
from models.lib.training import Draw, drop_conditions


@dataclass(frozen=True)
class Settings(training.Settings):
    clip: float = 1.0
    sigma_mean: float = -0.4  # of ln sigma
    sigma_deviation: float = 1.4
    lead: float = 1.0  # the guidance that the plain estimate learns to have; 1: none, it stays the data's
    lead_at: float = 0.0  # share of the run from which on it learns that


class Run(training.Run):
    """denoiser: where the training starts. leader: what leads it with settings.lead, a denoiser that knows its
    conditions and "none" already; where none is given, what it has learned itself when the lead begins. weigh:
    conditions [N, V] -> the weights of the pixels in the loss [N, 1, H, W].
    """

    def __init__(
        self,
        denoiser: Denoiser,
        settings: Settings,
        leader: Denoiser | None = None,
        weigh: Callable[[torch.Tensor], torch.Tensor] | None = None,
    ):
        super().__init__(denoiser, settings)
        self.settings: Settings = settings
        self.weigh = weigh
        self.leader = None
        self.leads_itself = leader is None
        if leader is not None:
            self.leader = leader.to(settings.device, memory_format=torch.channels_last).requires_grad_(False)
        self.optimiser = self.adamw(self.model, (0.9, 0.99), 0.01)

    def parts(self) -> dict:
        own = {"leader": self.leader} if self.leads_itself and self.leader is not None else {}
        return {"model": self.model, "average": self.average, "optimiser": self.optimiser, **own}

    def restore(self, path: Path) -> None:
        if self.leads_itself and "leader" in torch.load(path, map_location="cpu", weights_only=True):
            self.leader = copy.deepcopy(self.average)
        super().restore(path)

    def aim(self, x0: torch.Tensor, inputs: list[torch.Tensor]) -> torch.Tensor:
        """What the estimate is to be: x0, or where the lead moves it."""
        s = self.settings
        if s.lead == 1 or self.step < s.lead_at * s.steps:
            return x0
        if self.leader is None:
            self.leader = copy.deepcopy(self.average)
        return led(self.leader, s.lead, x0, inputs)

    def take_step(self, draw: Draw) -> dict[str, torch.Tensor]:
        s = self.settings
        pictures, conditions = draw(s.batch, self.generator)
        sigma = draw_sigmas(s.batch, s.sigma_mean, s.sigma_deviation, self.generator)
        noise = torch.randn(pictures.shape, generator=self.generator)
        conditions = drop_conditions(conditions, s.drop, self.generator)
        weights = self.weigh(conditions).to(s.device) if self.weigh else 1.0
        noisy = pictures + sigma.reshape(-1, 1, 1, 1) * noise
        x0, *inputs = (value.to(s.device) for value in (pictures, noisy, sigma, conditions))
        self.set_rate(self.optimiser)
        with torch.autocast(s.device, torch.bfloat16, enabled=s.bf16):
            loss = self.model.loss(*inputs, self.aim(x0, inputs), weights).mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), s.clip)
        self.optimiser.step()
        self.follow()
        return {"loss": loss.detach()}


@torch.no_grad()
def led(leader: Denoiser, lead: float, x0: torch.Tensor, inputs: list[torch.Tensor]) -> torch.Tensor:
    """x0, moved to where guidance would move it. Model guidance, Tang et al. 2025, arXiv 2502.12154,
    with a fixed leader: E[aim] is the estimate of guidance `lead`, at one evaluation instead of two.

    inputs: x, sigma, condition. Rows without a condition stay as they are.
    """
    x, sigma, condition = inputs
    conditional, unconditional = (leader(x, sigma, c) for c in (condition, torch.zeros_like(condition)))
    return x0 + (lead - 1) * (conditional - unconditional)
