"""The training of judges, on pictures of one colour."""

import torch
from models.lib.judge import Judge, fit, kept
from torch.nn import functional


def test_a_judge_learns_and_is_kept(tmp_path):
    torch.manual_seed(0)
    targets = torch.arange(8) % 2
    pictures = (2.0 * targets - 1).reshape(-1, 1, 1, 1).expand(8, 3, 32, 32)
    widths = (8,) * 6

    def train() -> Judge:
        return fit(Judge(2, widths), lambda: (pictures, targets), functional.cross_entropy, steps=100, rate=3e-3)

    path = tmp_path / "runs" / "judge.pt"
    # As a measurement asks for it.
    with torch.no_grad():
        judge = kept(path, Judge(2, widths), train)
    assert torch.equal(judge(pictures).argmax(1), targets)
    again = kept(path, Judge(2, widths), trained_again)
    torch.testing.assert_close(again(pictures), judge(pictures))


def trained_again() -> Judge:
    raise AssertionError("a judge that is there is not trained again")
