import torch
from models.lib.augment import moved


def test_pictures_move_and_nothing_comes_in_from_outside():
    pictures = torch.rand(3, 1, 28, 28) * 2 - 1
    after = moved(pictures, torch.Generator().manual_seed(0))
    assert after.shape == pictures.shape
    assert after.min() >= -1 - 1e-6
    assert (after - pictures).abs().mean() > 0.1


def test_no_strength_moves_nothing():
    pictures = torch.rand(3, 1, 28, 28) * 2 - 1
    torch.testing.assert_close(moved(pictures, torch.Generator(), 0.0), pictures, atol=1e-5, rtol=1e-5)
