import torch
from models.lib.pictures import Split
from models.lib.regions import HEAVIEST, pixel_weights, word_regions

STYLE, MARK, NOTHING = range(3)


def one_style(count=400):
    """Noisy pictures of one style; half of them have a mark at the top left; a third word shows nowhere."""
    generator = torch.Generator().manual_seed(1)
    pictures = torch.randint(100, 156, (count, 8, 8, 3), generator=generator, dtype=torch.uint8)
    labels = torch.ones(count, 3, dtype=torch.uint8)
    labels[::2, MARK] = 0
    labels[::3, NOTHING] = 0
    pictures[labels[:, MARK] == 1, :2, :2] = 250
    return Split(pictures, labels)


def test_a_region_lies_where_the_word_shows():
    regions = word_regions(one_style(), [STYLE])
    torch.testing.assert_close(regions[MARK].sum(), torch.tensor(1.0))
    assert regions[MARK, :2, :2].sum() > 0.9
    assert regions[STYLE].sum() == 0


def test_rare_words_have_no_region():
    split = one_style()
    split.labels[19:, MARK] = 0
    assert word_regions(split, [STYLE])[MARK].sum() == 0


def test_weights_are_one_without_words_and_bounded_with_them():
    regions = torch.zeros(2, 32, 32)
    regions[0, 0, 0] = 1
    regions[1] = 1 / 1024
    none, small, large = pixel_weights(torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), regions)
    assert torch.equal(none, torch.ones(1, 32, 32))
    assert small[0, 0, 0] == HEAVIEST
    assert torch.equal(small[0, 1:], torch.ones(31, 32))
    assert large.min() == large.max() > 1
