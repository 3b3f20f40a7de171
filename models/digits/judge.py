"""The judge: a small classifier trained apart from the model, on the training digits alone.

python -m models.digits.judge trains it anew and prints its accuracy on the held-out digits.
"""

import math

import torch
from torch import nn
from torch.nn import functional

from models.digits import data

PATH = data.FOLDER / "runs" / "judge.pt"
STEPS, BATCH, RATE, SEED = 1500, 128, 3e-3, 7


class Judge(nn.Module):
    """Pictures [N, 1, 28, 28] -> 128 features -> logits [N, 10]."""

    def __init__(self):
        super().__init__()
        layers = []
        for entering, leaving in ((1, 32), (32, 64), (64, 128)):
            layers += [nn.Conv2d(entering, leaving, 3, padding=1, bias=False)]
            layers += [nn.BatchNorm2d(leaving), nn.ReLU(), nn.MaxPool2d(2)]
        self.body = nn.Sequential(*layers, nn.Flatten(), nn.Linear(128 * 9, 128), nn.ReLU())
        self.head = nn.Linear(128, 10)

    def features(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.body(pictures)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.head(functional.dropout(self.features(pictures), 0.3, self.training))


def augment(pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Up to 10 degrees, 10 % of size and 2 pixels. Outside is background, -1."""
    count = len(pictures)
    draw = torch.rand(4, count, generator=generator) * 2 - 1
    angle, size = draw[0] * math.radians(10), 1 + 0.1 * draw[1]
    shift = draw[2:] * 2 / 14
    cosine, sine = size * angle.cos(), size * angle.sin()
    rows = [torch.stack([cosine, -sine, shift[0]], 1), torch.stack([sine, cosine, shift[1]], 1)]
    grid = functional.affine_grid(torch.stack(rows, 1), list(pictures.shape), align_corners=False)
    return functional.grid_sample(pictures + 1, grid, align_corners=False) - 1


def train() -> Judge:
    """One cycle of AdamW. The same seed, the same judge."""
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    judge, (training, _) = Judge(), data.load()
    optimiser = torch.optim.AdamW(judge.parameters(), RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, STEPS)
    judge.train()
    for _ in range(STEPS):
        index = torch.randint(len(training.pictures), (BATCH,), generator=generator)
        logits = judge(augment(training.pictures[index], generator))
        loss = functional.cross_entropy(logits, training.labels[index], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return judge.eval()


def load() -> Judge:
    """The judge of an earlier run, else a new one (a minute or two on two idle cores)."""
    judge = Judge()
    if PATH.exists():
        judge.load_state_dict(torch.load(PATH, weights_only=True))
        return judge.eval()
    judge = train()
    PATH.parent.mkdir(parents=True, exist_ok=True)
    torch.save(judge.state_dict(), PATH)
    return judge


@torch.no_grad()
def read(judge: Judge, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """-> (what the judge reads [N], features [N, 128])."""
    features = torch.cat([judge.features(part) for part in pictures.split(500)])
    return judge.head(features).argmax(1), features


def accuracy(judge: Judge, split: data.Split) -> float:
    return (read(judge, split.pictures)[0] == split.labels).float().mean().item()


if __name__ == "__main__":
    PATH.unlink(missing_ok=True)
    print(f"accuracy on held-out digits: {accuracy(load(), data.load()[1]):.4f}")
