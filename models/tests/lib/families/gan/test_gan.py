import copy
from types import SimpleNamespace

import onnx
import pytest
import torch
from models.lib.export import export
from models.lib.families.gan import Gan, Settings, Sizes
from models.lib.families.gan.networks import shares
from models.lib.onnx_model import OnnxModel
from models.lib.training import train

SIZES = Sizes(
    picture_channels=1,
    picture_size=8,
    vocabulary=3,
    latent=4,
    start=4,
    generator=(8, 4),
    discriminator=(4, 8),
    seed_channels=2,
    embedding=16,
)
GAN = Gan(SIZES, seed=1)


def bars(count, generator):
    """Upright bars where there is the first word, bars across where there is the second."""
    label = torch.randint(2, (count,), generator=generator)
    place = torch.randint(8, (count, 1), generator=generator)
    across = (torch.arange(8) == place)[:, None, :, None].expand(count, 1, 8, 8)
    pictures = torch.where(label[:, None, None, None] == 0, across.transpose(2, 3), across)
    return pictures * 2.0 - 1, torch.nn.functional.one_hot(label, 3).float()


def run_of(**settings):
    return GAN.start(Settings(steps=6, batch=8, warm_up=2, bf16=False, seed=3, **settings), SimpleNamespace(), None)


def test_words_are_mixed_and_not_added():
    condition = torch.tensor([[1.0, 1, 0], [0.5, 0, 0], [0, 0, 0], [0, 0, 1.5]])
    expected = torch.tensor([[0.5, 0.5, 0], [0.5, 0, 0], [0, 0, 0], [0, 0, 1]])
    torch.testing.assert_close(shares(condition), expected)


def test_a_picture_does_not_depend_on_its_neighbours_and_stays_in_range():
    generator = GAN.create().eval()
    z, condition = 3 * torch.randn(4, 4), torch.rand(4, 3)
    together = generator(z, condition)
    assert together.shape == (4, 1, 8, 8)
    assert together.abs().max() <= 1
    torch.testing.assert_close(generator(z[2:3], condition[2:3]), together[2:3], atol=1e-5, rtol=1e-4)


def test_noise_and_words_both_matter():
    generator = GAN.create().eval()
    z, condition = torch.randn(2, 4), torch.eye(3)[:2]
    first = generator(z[:1], condition[:1])
    assert (first - generator(z[1:], condition[:1])).abs().max() > 1e-3
    assert (first - generator(z[:1], condition[1:])).abs().max() > 1e-3


def test_every_weight_of_both_networks_learns(tmp_path):
    run = run_of(penalty_every=1)
    before = [copy.deepcopy(network.state_dict()) for network in (run.model, run.critic)]
    train(run, bars, tmp_path)
    for network, old in zip((run.model, run.critic), before, strict=True):
        assert [name for name, weight in network.state_dict().items() if torch.equal(weight, old[name])] == []


def test_a_resumed_run_gives_the_weights_of_an_uninterrupted_one(tmp_path):
    whole = run_of()
    train(whole, bars, tmp_path / "whole")
    first = run_of()
    for _ in range(3):
        first.take_step(bars)
        first.step += 1
    first.save(tmp_path / "checkpoint.pt")
    second = run_of()
    second.restore(tmp_path / "checkpoint.pt")
    train(second, bars, tmp_path / "halves")
    for name, weight in whole.average.state_dict().items():
        torch.testing.assert_close(second.average.state_dict()[name], weight, atol=0, rtol=0)


def test_the_critic_learns_to_tell_real_from_generated():
    run = run_of(moving=0.0)
    for _ in range(150):
        run.step_critic(*run.batch(bars))
        run.step += 1
    pictures, conditions = run.batch(bars)
    with torch.no_grad():
        assert (run.judge(pictures, conditions) - run.judge(run.generate(conditions), conditions)).mean() > 1


def test_the_slope_is_the_squared_gradient():
    run = run_of()
    run.critic.forward = lambda x, _condition: (2 * x).sum((1, 2, 3))
    assert run.slope(torch.randn(8, 1, 8, 8), torch.zeros(8, 3)).item() == pytest.approx(4 * 64)


def test_the_file_keeps_the_contract(tmp_path):
    path, generator = tmp_path / "model.onnx", GAN.create()
    export(generator, path, GAN.signature())
    model = onnx.load(str(path))
    assert [value.name for value in model.graph.input] == ["z", "condition"]
    assert [value.name for value in model.graph.output] == ["x"]
    assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "N"
    for count in (1, 3):
        z, condition = torch.randn(count, 4), torch.rand(count, 3)
        torch.testing.assert_close(OnnxModel(path, 1)(z, condition), generator(z, condition), atol=1e-4, rtol=1e-4)
