"""Where in a picture a word shows, so that a small mark counts as much in the loss as a large one."""

import torch

from models.lib.pictures import Split

FEWEST = 20  # pictures of a word within one style: fewer say too little
HEAVIEST = 8.0  # at most this weight a pixel
SHARE = 0.3  # of a picture's loss, added for each word


@torch.no_grad()
def word_regions(split: Split, styles: list[int]) -> torch.Tensor:
    """How far the mean picture of a style moves when it also has the word: [V, H, W], each of sum 1, or 0.

    styles: the words that are styles. They show everywhere and get no region. What a mean of few pictures
    moves by chance is taken off.
    """
    count, height, width, _ = split.pictures.shape
    regions = torch.zeros(split.labels.shape[1], height, width)
    for style in styles:
        rows = split.labels[:, style].nonzero().flatten()
        if len(rows) < FEWEST:
            continue
        pictures, labels = split.pictures[rows] / 127.5 - 1, split.labels[rows]
        mean, variance = pictures.mean(0), pictures.var(0)
        for word in (labels.sum(0) >= FEWEST).nonzero().flatten().tolist():
            holders = pictures[labels[:, word] > 0]
            moved = (holders.mean(0) - mean).square() - 2 * variance / len(holders)
            regions[word] += len(holders) / count * moved.clamp(min=0).mean(-1).sqrt()
    regions[styles] = 0
    return regions / regions.sum((1, 2), keepdim=True).clamp(min=1e-9)


def pixel_weights(condition: torch.Tensor, regions: torch.Tensor) -> torch.Tensor:
    """condition [N, V], regions [V, H, W] -> weights of the pixels in the loss [N, 1, H, W], 1 where no word shows.

    They depend on the condition alone, so the estimate that is best under them is the same: E[x0 | x, condition].
    """
    pixels = regions.shape[1] * regions.shape[2]
    added = SHARE * pixels * torch.einsum("nv,vhw->nhw", condition, regions)
    return (1 + added).clamp(max=HEAVIEST).unsqueeze(1)
