"""A network for twice the edge that starts from a smaller one."""

import copy
from dataclasses import replace

import pytest
import torch
from models.lib.export import export
from models.lib.families.diffusion import signature_of
from models.lib.families.diffusion.grow import GAIN, grow, shift_levels
from models.lib.families.diffusion.network import Embedding, Sizes, UNet
from models.lib.families.diffusion.preconditioning import Denoiser
from torch.nn import functional

SMALL = Sizes(picture_channels=3, picture_size=16, vocabulary=4, channels=(16, 24), attention=(1,), embedding=32)
LARGE = replace(SMALL, picture_size=32, channels=(32, 16, 24), attention=(2,))


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> tuple[UNet, UNet]:
    """The smaller network and the one that was grown from its file."""
    torch.manual_seed(0)
    network = UNet(SMALL)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0, 0.2)
    path = tmp_path_factory.mktemp("grow") / "model.onnx"
    export(Denoiser(network, 0.6), path, signature_of(SMALL))
    grown = UNet(LARGE)
    grow(grown, path)
    return network, grown


def test_the_levels_behind_the_new_one_are_the_smaller_networks(small):
    network, grown = small
    for mine, theirs in ((grown.down[1:], network.down), (grown.up[1:], network.up), (grown.embed, network.embed)):
        for a, b in zip(mine.state_dict().values(), theirs.state_dict().values(), strict=True):
            assert torch.equal(a, b)
    x, scales = torch.randn(1, 16, 8, 8), torch.randn(1, 32)
    first = 2 * LARGE.channels[0]
    behind = grown.to_scales(scales)[:, first : first + len(network.to_scales.bias)]
    torch.testing.assert_close(behind, network.to_scales(scales))
    assert grown.down[1](x, [torch.ones(1, 16, 1, 1)] * 2).shape == x.shape


def test_the_new_level_hands_on_means_of_pixels(small):
    network, grown = small
    x = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    # The old stem without its last row and column, which the smaller window of the new step does not reach.
    reached = network.stem.weight.detach().clone()
    reached[:, :, 5] = 0
    reached[:, :, :, 5] = 0
    wanted = functional.conv2d(functional.avg_pool2d(x, 2), GAIN * reached, network.stem.bias, stride=2, padding=2)
    seen = grown.shrink[0](grown.stem(x))
    torch.testing.assert_close(seen[:, :, 1:-1, 1:-1], wanted[:, :, 1:-1, 1:-1], atol=1e-4, rtol=1e-4)


def test_levels_are_shifted():
    torch.manual_seed(2)
    embedding = Embedding(SMALL)
    # As after training: what it has learned of levels is smooth, without the fast turns.
    embedding.level[0].weight.data[:, 10:] = 0
    shifted = copy.deepcopy(embedding)
    shift_levels(shifted, 2.0, steps=300)
    condition, sigma = torch.zeros(20, 4), torch.logspace(-1, 1, 20)
    with torch.no_grad():
        wanted = embedding((sigma / 2).log() / 4, condition)
        before = embedding(sigma.log() / 4, condition) - wanted
        after = shifted(sigma.log() / 4, condition) - wanted
    assert after.square().mean() < 0.1 * before.square().mean()
