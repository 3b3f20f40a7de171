"""The judge: a small classifier trained apart from the models, on the training digits alone."""

import torch
from torch import nn
from torch.nn import functional

from models.data.digits.pictures import FOLDER, Split
from models.data.digits.pictures import load as load_pictures
from models.lib.augment import moved
from models.lib.judge import kept, look

PATH = FOLDER / "runs" / "judge.pt"
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


def train(steps: int) -> Judge:
    """One cycle of AdamW. The same seed, the same judge."""
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    judge, (training, _) = Judge(), load_pictures()
    optimiser = torch.optim.AdamW(judge.parameters(), RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps)
    judge.train()
    for _ in range(steps):
        index = torch.randint(len(training.pictures), (BATCH,), generator=generator)
        logits = judge(moved(training.pictures[index], generator))
        loss = functional.cross_entropy(logits, training.labels[index], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return judge.eval()


def load(steps: int = STEPS) -> Judge:
    """The judge of an earlier run, else a new one (a minute or two on two idle cores)."""
    return kept(PATH, Judge(), lambda: train(steps))


def read(judge: Judge, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """-> (what the judge reads [N], features [N, 128])."""
    logits, features = look(judge, pictures)
    return logits.argmax(1), features


def accuracy(judge: Judge, split: Split) -> float:
    return (read(judge, split.pictures)[0] == split.labels).float().mean().item()
