"""The judges that read what a picture shows: their network and its training. Each set has one of its own."""

from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

WIDTHS = (32, 64, 96, 128, 160, 192)
POOL_AFTER = (1, 3)  # 32 -> 16 -> 8 pixels along each side


class Judge(nn.Module):
    """Pictures [N, 3, 32, 32] in [-1, 1] -> features [N, 384] -> logits [N, V]."""

    def __init__(self, words: int, widths: tuple[int, ...] = WIDTHS):
        super().__init__()
        layers = []
        for index, (entering, leaving) in enumerate(zip((3, *widths[:-1]), widths, strict=True)):
            layers += [nn.Conv2d(entering, leaving, 3, padding=1, bias=False)]
            layers += [nn.BatchNorm2d(leaving), nn.ReLU()]
            if index in POOL_AFTER:
                layers += [nn.MaxPool2d(2)]
        # Quarters of the 8x8 map are kept apart: a beard is below, a hat is above.
        self.body = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(4), nn.Flatten())
        self.mix = nn.Sequential(nn.Linear(widths[-1] * 16, 384), nn.ReLU())
        self.head = nn.Linear(384, words)

    def features(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.mix(self.body(pictures))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.head(functional.dropout(self.features(pictures), 0.2, self.training))


def fit(
    judge: Judge,
    draw: Callable[[], tuple[torch.Tensor, torch.Tensor]],
    measure: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    steps: int,
    rate: float,
    decay: float = 0.01,
) -> Judge:
    """One cycle of AdamW. draw() -> pictures, targets; measure(logits, targets) -> the loss, a scalar."""
    judge = judge.to(memory_format=torch.channels_last).train()
    optimiser = torch.optim.AdamW(judge.parameters(), rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, steps)
    for step in range(steps):
        pictures, targets = draw()
        with torch.autocast("cpu", torch.bfloat16):
            logits = judge(pictures.contiguous(memory_format=torch.channels_last))
        loss = measure(logits.float(), targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 200 == 0:
            print(f"judge: step {step} of {steps}, loss {loss.item():.4f}", flush=True)
    return judge.eval()


def kept(path: Path, judge: nn.Module, train: Callable[[], nn.Module]) -> nn.Module:
    """The judge of an earlier run, read into `judge`, else a new one, which is written to `path`."""
    if path.exists():
        judge.load_state_dict(torch.load(path, weights_only=True))
        return judge.eval()
    # Whoever measures has switched gradients off; a judge that is not there yet has to learn first.
    with torch.enable_grad():
        judge = train()
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(judge.state_dict(), path)
    return judge


@torch.no_grad()
def look(judge: nn.Module, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """-> (logits [N, V], features [N, D])."""
    features = torch.cat([judge.features(part) for part in pictures.split(500)])
    return judge.head(features), features
