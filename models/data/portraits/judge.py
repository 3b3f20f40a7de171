"""The judge: which words does a picture show? Trained apart from the models, on drawings with exact labels."""

import torch
from torch.nn import functional

from models.data.portraits.drawings import DRAWINGS
from models.lib.judge import Judge, fit, kept, look
from models.lib.pictures import Split

PATH = DRAWINGS.folder / "runs" / "judge.pt"
STEPS, BATCH, RATE, SEED = 4000, 128, 3e-3, 7


def train(split: Split, steps: int) -> Judge:
    """On binary cross-entropy, word by word. The same seed, the same judge."""
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        pictures, labels = split.batch(torch.randint(len(split.pictures), (BATCH,), generator=generator))
        # A little noise: what a network draws is never as clean as a drawing.
        return pictures + 0.03 * torch.randn(pictures.shape, generator=generator), labels

    measure = functional.binary_cross_entropy_with_logits
    return fit(Judge(split.labels.shape[1]), draw, measure, steps, RATE)


def load(steps: int = STEPS) -> Judge:
    """The judge of an earlier run, else a new one."""
    return kept(PATH, Judge(len(DRAWINGS.vocabulary())), lambda: train(DRAWINGS.load("train"), steps))


def read(judge: Judge, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """-> (words read: bool [N, V], features [N, 384])."""
    logits, features = look(judge, pictures)
    return logits > 0, features


def precision_and_recall(found: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Per word: [V] each, float. found: bool [N, V]; labels: 0 or 1 [N, V]. Words never met count as 0."""
    labels = labels.bool()
    right = (found & labels).sum(0).float()
    return right / found.sum(0).clamp(min=1), right / labels.sum(0).clamp(min=1)


def readable(judge: Judge, split: Split, least: float) -> torch.Tensor:
    """The words that the judge reads with precision and recall of `least` or more: bool [V]."""
    pictures, labels = split.batch(torch.arange(len(split.pictures)))
    precision, recall = precision_and_recall(read(judge, pictures)[0], labels)
    return (precision >= least) & (recall >= least)
