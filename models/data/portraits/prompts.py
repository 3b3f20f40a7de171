"""What a measurement asks for: parts of the words of real drawings, so that their style can show them."""

import torch

from models.data.portraits.drawings import DRAWINGS, held_out_combinations


def prompts(labels: torch.Tensor, words: int, allowed: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Keeps `words` of each row's allowed words, at random; rows with fewer are left away. [n, V]."""
    labels = labels * allowed
    labels = labels[labels.sum(1) >= words]
    order = torch.rand(labels.shape, generator=generator) * labels
    chosen = order.topk(words, dim=1).indices
    return torch.zeros_like(labels).scatter_(1, chosen, 1.0)


def combination_prompts(labels: torch.Tensor, extra: int, allowed: torch.Tensor, generator: torch.Generator):
    """A combination that training never held and `extra` more of the picture's allowed words. [n, V]."""
    ids = [word["id"] for word in DRAWINGS.vocabulary()]
    asked = []
    for first, second in held_out_combinations():
        pair = torch.zeros(len(ids))
        pair[[ids.index(first), ids.index(second)]] = 1
        if (pair * allowed).sum() < 2:
            continue
        rows = labels[(labels * pair).sum(1) == 2] * (1 - pair)
        asked.append(prompts(rows, extra, allowed, generator) + pair)
    rows = torch.cat(asked) if asked else labels[:0]
    return rows[torch.randperm(len(rows), generator=generator)]


def named_sets(allowed: torch.Tensor, count: int) -> dict[str, torch.Tensor]:
    """{'1', '2', '4': that many words of test drawings; 'never seen', 'never seen + 2'}: [count, V] each."""
    generator = torch.Generator().manual_seed(0)
    test, held_out = (DRAWINGS.load(split).labels.float() for split in ("test", "held-out"))
    sets = {str(words): prompts(test, words, allowed, generator) for words in (1, 2, 4)}
    for extra, name in ((0, "never seen"), (2, "never seen + 2")):
        sets[name] = combination_prompts(held_out, extra, allowed, generator)
    return {name: rows[:count] for name, rows in sets.items()}
