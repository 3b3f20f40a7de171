"""What a model of the digits draws, against real digits: read as asked, Frechet distance, diversity, copies."""

import torch
from PIL import Image

from models.data.digits import judge, pictures
from models.lib import evaluation
from models.lib.families.base import Family

COUNT = 100  # samples of each digit
SEED = 11
IN_A_ROW = 10


def generate(family: Family, network, setting: float, seed: int, count: int) -> pictures.Split:
    """`count` digits of each class. setting: of the family's knob."""
    labels = torch.arange(10).repeat_interleave(count)
    noise = family.noise(len(labels), pictures.SHAPE, seed)
    conditions = torch.nn.functional.one_hot(labels, 10).float()
    return pictures.Split(family.pictures(network, noise, conditions, setting), labels)


def judge_samples(samples: pictures.Split, reader: judge.Judge, context: dict) -> dict:
    """All measures of one set of samples. context: the real digits and their features."""
    training, held_out = context["training"], context["held_out"]
    answers, features = judge.read(reader, samples.pictures)
    right = answers == samples.labels
    flat = [split.pictures.flatten(1) for split in (samples, held_out, training)]
    spread = evaluation.diversity(flat[0], samples.labels, flat[1], held_out.labels)
    distance = evaluation.frechet_distance(features, context["features"])
    return {
        "count": len(right),
        "readAsAsked": right.float().mean().item(),
        "readAsAskedPerDigit": [right[samples.labels == i].float().mean().item() for i in range(10)],
        "frechetDistance": distance,
        "frechetOverFloor": distance / context["floor"],
        "diversityMean": sum(spread) / len(spread),
        "diversityPerDigit": spread,
        "nearCopies": [evaluation.near_copies(*flat, quantile) for quantile in (0.01, 0.05)],
    }


def measure(family: Family, network, seed: int, count: int) -> dict:
    training, held_out = pictures.load()
    reader = judge.load()
    features, held_out_features = (judge.read(reader, split.pictures)[1] for split in (training, held_out))
    floor = evaluation.frechet_distance(held_out_features, features)
    context = {"training": training, "held_out": held_out, "features": features, "floor": floor}
    name, settings = family.knob
    return {
        "sampler": f"{family.drawn_by()}, seed {seed}",
        "judgeOnHeldOut": judge.accuracy(reader, held_out),
        "frechetFloor": floor,
        name: {
            str(setting): judge_samples(generate(family, network, setting, seed, count), reader, context)
            for setting in settings
        },
    }


def sheet(family: Family, network, setting: float) -> Image.Image:
    """The first ten samples of each class that are measured, a class a row, as they come."""
    samples = generate(family, network, setting, SEED, COUNT)
    rows = samples.pictures.reshape(10, COUNT, 28, 28)[:, :IN_A_ROW]
    pixels = torch.from_numpy(pictures.to_bytes(rows))
    return Image.fromarray(pixels.permute(0, 2, 1, 3).reshape(10 * 28, IN_A_ROW * 28).numpy())
