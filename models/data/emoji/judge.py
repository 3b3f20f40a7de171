"""The judge: which emoji does a picture show? Trained apart from the models, on the drawings of all sets."""

import functools

import torch
from torch.nn import functional

from models.data.emoji.drawings import DRAWINGS, kinds
from models.lib.judge import Judge, fit, kept, look
from models.lib.pictures import Split

PATH = DRAWINGS.folder / "runs" / "judge.pt"
STEPS, BATCH, RATE, SEED = 1200, 96, 3e-3, 7
WIDTHS = (24, 40, 72, 96, 128, 160)
SMOOTHING = 0.1  # of the labels: many faces differ by a few pixels


def turns_of_hue(count: int, generator: torch.Generator) -> torch.Tensor:
    """Turns of up to 18 degrees around the gray axis of RGB: [count, 3, 3]."""
    angle = 0.1 * torch.pi * (2 * torch.rand(count, 1, 1, generator=generator) - 1)
    sine, cosine, root = angle.sin(), angle.cos(), 3**-0.5
    cross = root * torch.tensor([[0.0, -1, 1], [1, 0, -1], [-1, 1, 0]])
    return cosine * torch.eye(3) + sine * cross + (1 - cosine) / 3


def frames(count: int, generator: torch.Generator) -> torch.Tensor:
    """Mirrors, turns of up to 11 degrees, sizes of 0.8 to 1.2, shifts of up to 3 pixels: [count, 2, 3]."""
    uniform = 2 * torch.rand(5, count, generator=generator) - 1
    size, angle = 1 + 0.2 * uniform[0], 0.2 * uniform[1]
    sine, cosine = angle.sin() * size, angle.cos() * size
    mirror = uniform[4].sign()
    rows = [mirror * cosine, -sine, 0.2 * uniform[2], mirror * sine, cosine, 0.2 * uniform[3]]
    return torch.stack(rows, dim=1).reshape(count, 2, 3)


def varied(pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Few pictures show each emoji: others are made of them. [N, 3, 32, 32] in [-1, 1], white around."""
    count = len(pictures)
    grid = functional.affine_grid(frames(count, generator), pictures.shape, align_corners=False)
    moved = functional.grid_sample(pictures - 1, grid, align_corners=False) + 1
    coloured = torch.einsum("nij,njhw->nihw", turns_of_hue(count, generator), moved)
    # What a network draws is never as clean as a drawing.
    noise = 0.15 * torch.rand(count, 1, 1, 1, generator=generator)
    return coloured + noise * torch.randn(pictures.shape, generator=generator)


def train(split: Split, shown: torch.Tensor, steps: int) -> Judge:
    """On the emoji that each picture shows. The same seed, the same judge."""
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        index = torch.randint(len(shown), (BATCH,), generator=generator)
        return varied(split.batch(index)[0], generator), shown[index]

    measure = functools.partial(functional.cross_entropy, label_smoothing=SMOOTHING)
    return fit(Judge(int(shown.max()) + 1, WIDTHS), draw, measure, steps, RATE, decay=0.05)


def load(steps: int = STEPS) -> Judge:
    """The judge of an earlier run, else a new one."""
    shown = kinds("train")
    blank = Judge(int(shown.max()) + 1, WIDTHS)
    return kept(PATH, blank, lambda: train(DRAWINGS.load("train"), shown, steps))


def read(judge: Judge, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """-> (the emoji that each picture shows [N], features [N, 384])."""
    logits, features = look(judge, pictures)
    return logits.argmax(1), features


def words_of_kinds() -> torch.Tensor:
    """The words of each emoji, without those of the styles: bool [K, V]."""
    shown, labels = kinds("train"), DRAWINGS.load("train").labels.bool()
    words = torch.zeros(int(shown.max()) + 1, labels.shape[1], dtype=torch.bool)
    words[shown] = labels
    words[:, DRAWINGS.styles()] = False
    return words


def agrees(read_kinds: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Does the emoji that was read have all the words asked for, styles apart? asked: [N, V]; -> bool [N]."""
    words = words_of_kinds()
    subject = asked.bool() & words.any(0)
    return (words[read_kinds] | ~subject).all(1)


def accuracy(judge: Judge) -> dict[str, float]:
    """On test drawings: share read as the very emoji, and as one with the same words."""
    split, shown = DRAWINGS.load("test"), kinds("test")
    pictures, labels = split.batch(torch.arange(len(shown)))
    found = read(judge, pictures)[0]
    return {
        "sameEmoji": (found == shown).float().mean().item(),
        "itsWords": agrees(found, labels).float().mean().item(),
        "pictures": len(shown),
    }
