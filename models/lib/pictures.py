"""Pictures and their words, as shards.mjs wrote them, and how a training picks from them."""

from dataclasses import dataclass
from pathlib import Path

import numpy
import torch

EDGE = 32


@dataclass(frozen=True)
class Split:
    """pictures: uint8 [N, edge, edge, 3], RGB; labels: uint8 [N, V], 0 or 1."""

    pictures: torch.Tensor
    labels: torch.Tensor

    def batch(self, index: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """index [n] -> pictures float32 [n, 3, edge, edge] in [-1, 1] (channels last), labels [n, V]."""
        pictures = self.pictures[index].permute(0, 3, 1, 2).float() / 127.5 - 1
        return pictures, self.labels[index].float()


def unpack(content: bytes, words: int) -> torch.Tensor:
    """Rows of ceil(words / 8) bytes, lowest bit first -> uint8 [N, words]."""
    rows = numpy.frombuffer(content, numpy.uint8).reshape(-1, -(-words // 8))
    return torch.from_numpy(numpy.unpackbits(rows, axis=1, count=words, bitorder="little"))


def load(folder: Path, words: int, edge: int = EDGE) -> Split:
    """All shards that are there. words: of the vocabulary; edge: of the pictures, in pixels."""
    paths = sorted(folder.glob("pictures-*.bin"))
    paths = [path for path in paths if label_path(path).exists()]
    if not paths:
        raise FileNotFoundError(f"no shards in {folder}: run the draw.mjs of this model")
    flat = numpy.concatenate([numpy.fromfile(path, numpy.uint8) for path in paths])
    pictures = torch.from_numpy(flat.reshape(-1, edge, edge, 3))
    labels = torch.cat([unpack(label_path(path).read_bytes(), words) for path in paths])
    if len(labels) != len(pictures):
        raise ValueError(f"{folder}: {len(pictures)} pictures, {len(labels)} labels")
    return Split(pictures, labels)


def label_path(pictures: Path) -> Path:
    return pictures.with_name(pictures.name.replace("pictures", "labels"))


def drop_words(labels: torch.Tensor, each: float, short: float, generator: torch.Generator) -> torch.Tensor:
    """Leaves words out, one by one, so that short prompts work too. labels: [N, V].

    Each word goes with probability `each`; in a share `short` of the rows that probability is
    itself uniform between 0 and 1, so that prompts of every length come up.
    """
    rows = len(labels)
    probability = torch.full((rows, 1), each)
    is_short = torch.rand(rows, 1, generator=generator) < short
    uniform = torch.rand(rows, 1, generator=generator)
    probability = torch.where(is_short, uniform, probability)
    return labels * (torch.rand(labels.shape, generator=generator) >= probability)


class Chooser:
    """Which pictures to show: most as they lie, a share by their words, so that rare words are learned too."""

    def __init__(self, labels: torch.Tensor, share: float):
        """labels: [N, V]; share: of the pictures that are chosen by a word."""
        self.share = share
        self.count = len(labels)
        self.holders = [labels[:, word].nonzero().flatten() for word in range(labels.shape[1])]
        self.used = [word for word, rows in enumerate(self.holders) if len(rows)]

    def choose(self, count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        """Index [count] of pictures, with replacement, and the words that chose them [count, V]: 0 or 1."""
        index = torch.randint(self.count, (count,), generator=generator)
        by_word = (torch.rand(count, generator=generator) < self.share).nonzero().flatten().tolist()
        chosen = torch.zeros(count, len(self.holders))
        for row in by_word:
            word = self.used[int(torch.randint(len(self.used), (), generator=generator))]
            rows = self.holders[word]
            index[row] = rows[torch.randint(len(rows), (), generator=generator)]
            chosen[row, word] = 1
        return index, chosen
