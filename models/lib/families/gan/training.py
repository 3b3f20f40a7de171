"""Generative adversarial networks: a generator learns from a discriminator what looks real, which learns too.

Hinge loss (Lim and Ye 2017, arXiv 1705.02894) with the gradient penalty R1 (Mescheder et al. 2018, arXiv 1801.04406)
every few steps (Karras et al. 2020, arXiv 1912.04958). The discriminator sees real and generated pictures moved a
little, both alike, so that it does not learn few training pictures by heart (Zhao et al. 2020, arXiv 2006.10738).
"""

from dataclasses import dataclass

import torch
from torch.nn import functional

from models.lib import training
from models.lib.augment import moved
from models.lib.families.gan.networks import Discriminator, Generator
from models.lib.training import Draw, drop_conditions


@dataclass(frozen=True)
class Settings(training.Settings):
    penalty: float = 0.5  # weight of R1, the squared slope of the discriminator at real pictures
    penalty_every: int = 8  # steps; it weighs that much more then
    moving: float = 0.6  # how far pictures are moved before the discriminator sees them


class Run(training.Run):
    """model: the generator. critic: the discriminator."""

    def __init__(self, generator: Generator, critic: Discriminator, settings: Settings):
        super().__init__(generator, settings)
        self.settings: Settings = settings
        self.critic = critic.to(settings.device, memory_format=torch.channels_last)
        # No momentum: what was right a few steps ago is not right against an opponent that moved.
        self.optimiser = self.adamw(self.model, (0.0, 0.99), 0.0)
        self.critic_optimiser = self.adamw(self.critic, (0.0, 0.99), 0.0)
        self.last_penalty = torch.zeros(())

    def parts(self) -> dict:
        networks = {"model": self.model, "average": self.average, "critic": self.critic}
        return networks | {"optimiser": self.optimiser, "critic_optimiser": self.critic_optimiser}

    def batch(self, draw: Draw) -> tuple[torch.Tensor, torch.Tensor]:
        """Real pictures and their conditions, some of which are left out."""
        s = self.settings
        pictures, conditions = draw(s.batch, self.generator)
        return pictures.to(s.device), drop_conditions(conditions, s.drop, self.generator).to(s.device)

    def generate(self, conditions: torch.Tensor) -> torch.Tensor:
        s = self.settings
        z = torch.randn(len(conditions), self.model.sizes.latent, generator=self.generator).to(s.device)
        with torch.autocast(s.device, torch.bfloat16, enabled=s.bf16):
            return self.model(z, conditions)

    def judge(self, pictures: torch.Tensor, conditions: torch.Tensor, bf16: bool = True) -> torch.Tensor:
        s = self.settings
        with torch.autocast(s.device, torch.bfloat16, enabled=s.bf16 and bf16):
            return self.critic(pictures, conditions)

    def moved(self, pictures: torch.Tensor) -> torch.Tensor:
        return moved(pictures, self.generator, self.settings.moving)

    def take_step(self, draw: Draw) -> dict[str, torch.Tensor]:
        for optimiser in (self.optimiser, self.critic_optimiser):
            self.set_rate(optimiser)
        pictures, conditions = self.batch(draw)
        critic = self.step_critic(self.moved(pictures), conditions)
        generator = self.step_generator(self.batch(draw)[1])
        self.follow()
        return {"critic": critic, "generator": generator, "penalty": self.last_penalty}

    def step_critic(self, real: torch.Tensor, conditions: torch.Tensor) -> torch.Tensor:
        s = self.settings
        with torch.no_grad():
            fake = self.moved(self.generate(conditions))
        loss = functional.relu(1 - self.judge(real, conditions)).mean()
        loss = loss + functional.relu(1 + self.judge(fake, conditions)).mean()
        total = loss
        if self.step % s.penalty_every == 0:
            penalty = self.slope(real, conditions)
            total = loss + s.penalty / 2 * s.penalty_every * penalty
            self.last_penalty = penalty.detach()
        self.critic_optimiser.zero_grad(set_to_none=True)
        total.backward()
        self.critic_optimiser.step()
        return loss.detach()

    def slope(self, real: torch.Tensor, conditions: torch.Tensor) -> torch.Tensor:
        """R1: the squared gradient of the discriminator's answer by the real picture, the mean of the batch."""
        real = real.clone().requires_grad_()
        (gradient,) = torch.autograd.grad(self.judge(real, conditions, bf16=False).sum(), real, create_graph=True)
        return gradient.square().sum((1, 2, 3)).mean()

    def step_generator(self, conditions: torch.Tensor) -> torch.Tensor:
        self.critic.requires_grad_(False)
        loss = -self.judge(self.moved(self.generate(conditions)), conditions).mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        self.critic.requires_grad_(True)
        return loss.detach()
