"""What was asked for, and what is there.

Asked for are the 32 words of prompts.py in two styles, a few seeds each; all emoji once; and those that training never
showed in their style. Sampling is the page's own: DPM++ 2M, 20 steps, sigma from 40 to 0.01 even in log SNR.
"""

import argparse
from pathlib import Path

import torch

from models.data.emoji import judge
from models.data.emoji.drawings import DRAWINGS, kinds, with_mirrored
from models.data.emoji.prompts import STYLES, SUBJECTS, asked
from models.lib.evaluation import distances, near_copies
from models.lib.families.diffusion.by_steps import by_steps
from models.lib.judge import Judge
from models.lib.plot import write_line_chart
from models.lib.sheet import sample

GUIDANCE = (1.0, 2.0, 3.0)
COPIES = 0.05  # nearer to a training picture than this share of held-out drawings


def real_agreement(reader: Judge) -> dict[str, float]:
    """How often the judge agrees with the test drawings that the 32 words name: the most a model can reach."""
    test = DRAWINGS.load("test")
    pictures, labels = test.batch(torch.arange(len(test.pictures)))
    found = judge.read(reader, pictures)[0]
    subjects = asked(1)[:: len(STYLES)]
    subjects[:, DRAWINGS.styles()] = 0
    named = (labels @ subjects.T == subjects.sum(1)).nonzero()
    right = judge.agrees(found[named[:, 0]], subjects[named[:, 1]])
    return {"pictures": len(named), "share": right.float().mean().item()}


def agreement(network, reader: Judge, asked: torch.Tensor, **options) -> torch.Tensor:
    """Does the judge see what was asked for? bool [N]."""
    return judge.agrees(judge.read(reader, sample(network, asked, **options).clamp(-1, 1))[0], asked)


def one_of_each() -> torch.Tensor:
    """All the words of each emoji of the training, in one of its styles: [462, V]."""
    shown, labels = kinds("train"), DRAWINGS.load("train").labels.float()
    rows = ((shown == kind).nonzero()[:, 0] for kind in shown.unique())
    return labels[[int(of_kind[place % len(of_kind)]) for place, of_kind in enumerate(rows)]]


def measure_by_words(network, reader: Judge) -> dict[str, dict[str, list[int]]]:
    """{how many words an emoji has, its style apart: [agreed, asked]} over all emoji, at guidance 2."""
    asked = one_of_each()
    agreed, words = agreement(network, reader, asked, guidance=2.0), asked.sum(1).int() - 1
    groups = {"1": words == 1, "2": words == 2, "3 or more": words > 2}
    return {"agreementByWords": {name: [int(agreed[of].sum()), int(of.sum())] for name, of in groups.items()}}


def measure_never_seen(network, reader: Judge) -> dict[str, dict[str, float]]:
    """{guidance: share} of the test drawings' words: emoji in a style in which training never showed them."""
    asked = DRAWINGS.load("test").labels.float()
    shares = {str(guidance): agreement(network, reader, asked, guidance=guidance) for guidance in GUIDANCE}
    return {"agreementNeverSeen": {guidance: agreed.float().mean().item() for guidance, agreed in shares.items()}}


def by_subject(agreed: torch.Tensor, seeds: int) -> dict[str, list[int]]:
    """{subject: pictures in which the judge sees it, one number a style}."""
    counts = agreed.reshape(len(SUBJECTS), len(STYLES), seeds).sum(2).tolist()
    return dict(zip(SUBJECTS, counts, strict=True))


def measure_words(network, reader: Judge, seeds: int) -> tuple[dict, torch.Tensor]:
    """Agreement by guidance, by subject at guidance 2, and the pictures of guidance 2."""
    rows = asked(seeds)
    result: dict = {"agreement": {}}
    kept = rows
    for guidance in GUIDANCE:
        pictures = sample(network, rows, guidance).clamp(-1, 1)
        agreed = judge.agrees(judge.read(reader, pictures)[0], rows)
        result["agreement"][str(guidance)] = agreed.float().mean().item()
        print(f"guidance {guidance}: {result['agreement'][str(guidance)]:.3f} of {len(rows)}", flush=True)
        if guidance == 2:
            kept = pictures
            result["agreementBySubject"] = by_subject(agreed, seeds)
    return result, kept


def measure_distance(network, reader: Judge, prompted: torch.Tensor) -> dict:
    """Copies, and the Frechet distance in the judge's features, of pictures drawn from the words of test drawings
    at guidance 1; copies also among the prompted ones, whose drawings were nearly all in training."""
    train, test = DRAWINGS.load("train"), DRAWINGS.load("test")
    held, labels = test.batch(torch.arange(len(test.pictures)))
    drawn = sample(network, labels, guidance=1.0).clamp(-1, 1)
    real, _ = train.batch(torch.arange(len(train.pictures)))
    features = [judge.read(reader, pictures)[1] for pictures in (real, held, drawn)]
    every = with_mirrored(train)
    every = every.batch(torch.arange(len(every.pictures)))[0].flatten(1)
    return {
        **distances(*features),
        "nearCopies": near_copies(drawn.flatten(1), held.flatten(1), every, COPIES),
        "nearCopiesOfPrompts": near_copies(prompted.flatten(1), held.flatten(1), every, COPIES),
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", type=int, default=4, help="pictures of each prompt")
    parser.add_argument("--quick", action="store_true", help="the 32 words and distances alone")


def measure(network, options: argparse.Namespace, output: Path) -> dict:
    reader = judge.load()
    result = {"judge": judge.accuracy(reader) | {"ofThe32": real_agreement(reader)}}
    words, prompted = measure_words(network, reader, options.seeds)
    result |= words | measure_distance(network, reader, prompted)
    if options.quick:
        return result

    def share(**how) -> float:
        return agreement(network, reader, asked(1), guidance=2.0, **how).float().mean().item()

    result |= measure_by_words(network, reader) | measure_never_seen(network, reader)
    result |= {"agreementBySteps": by_steps(share)}
    title = "agreement of the judge, the 32 words, guidance 2"
    write_line_chart(output / "quality-by-steps.svg", result["agreementBySteps"], "steps", title)
    return result
