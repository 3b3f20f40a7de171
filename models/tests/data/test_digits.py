"""The code around the digits, on made-up pictures."""

import torch
from models.data.digits import judge, pictures


def test_the_split_is_disjoint_balanced_and_always_the_same():
    shown = torch.arange(1000).reshape(-1, 1, 1, 1).float()
    for digit in (0, 9):
        train, held_out = pictures.split_class(shown, digit)
        assert (len(train), len(held_out)) == (900, 100)
        both = torch.cat([train, held_out]).flatten()
        assert sorted(both.tolist()) == list(range(1000))
        assert torch.equal(held_out, pictures.split_class(shown, digit)[1])


def test_labels_follow_the_pictures():
    split = pictures.join([torch.full((2, 1, 1, 1), float(digit)) for digit in range(10)])
    assert torch.equal(split.pictures.flatten().long(), split.labels)
    assert torch.equal(split.conditions().argmax(1), split.labels)


def test_the_judge_reads_pictures():
    shown = torch.rand(3, 1, 28, 28) * 2 - 1
    answers, features = judge.read(judge.Judge().eval(), shown)
    assert answers.shape == (3,)
    assert features.shape == (3, 128)
