"""Shared by the tests: a network that is small enough to train, export and run in seconds."""

import pytest
import torch
from models.lib.families.diffusion.network import Sizes, UNet
from models.lib.families.diffusion.preconditioning import Denoiser

SIZES = Sizes(
    picture_channels=3,
    picture_size=8,
    vocabulary=5,
    channels=(8, 16),
    attention=(1,),
    blocks_up=1,
    heads=2,
    groups=4,
    embedding=16,
    frequencies=8,
)


@pytest.fixture
def denoiser() -> Denoiser:
    """8x8 in colour with a vocabulary of five; no two weights alike, as after training."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    denoiser = Denoiser(UNet(SIZES), sigma_data=0.7)
    with torch.no_grad():
        for parameter in denoiser.parameters():
            parameter.add_(0.1 * torch.randn(parameter.shape))
    return denoiser
