import copy
import math
from dataclasses import replace

import onnx
import pytest
import torch
from models.lib import onnx_graph
from models.lib.export import export, load_weights, to_onnx
from models.lib.families.diffusion import signature_of
from models.lib.families.diffusion.network import UNet
from models.lib.families.diffusion.preconditioning import Denoiser
from models.lib.onnx_model import OnnxModel

WORDS = "network.embed.words.weight"


@pytest.fixture
def exported(denoiser, tmp_path):
    path = tmp_path / "model.onnx"
    rounded = copy.deepcopy(denoiser)
    export(rounded, path, signature_of(rounded.network.sizes))
    return path, rounded


def test_agrees_with_torch_at_any_batch(exported):
    path, rounded = exported
    model = OnnxModel(path, threads=1)
    for count in (1, 3):
        x, sigma, condition = torch.randn(count, 3, 8, 8), torch.rand(count) + 0.1, torch.rand(count, 5)
        torch.testing.assert_close(model(x, sigma, condition), rounded(x, sigma, condition), atol=1e-4, rtol=1e-4)


def test_a_file_that_says_not_a_number_is_refused(denoiser, tmp_path):
    broken = copy.deepcopy(denoiser)
    with torch.no_grad():
        next(broken.network.parameters()).fill_(math.nan)
    with pytest.raises(ValueError, match="differs from torch by nan"):
        export(broken, tmp_path / "model.onnx", signature_of(broken.network.sizes))


def test_the_file_keeps_the_contract(exported):
    model = onnx.load(str(exported[0]))
    assert [value.name for value in model.graph.input] == ["x", "sigma", "condition"]
    assert [value.name for value in model.graph.output] == ["denoised"]
    assert model.opset_import[0].version == 18
    assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "N"


def test_uses_no_operator_that_webgpu_lacks_and_stores_halves(exported):
    model = onnx.load(str(exported[0]))
    operators = {node.op_type for node in model.graph.node}
    assert "InstanceNormalization" in operators
    assert not operators & {"GroupNormalization", "Shape", "Attention", "If", "Loop"}
    # On WebGPU the outputs of an operator share a shader, and with them its eight or ten buffers.
    assert max(len(node.output) for node in model.graph.node) <= 4
    big = [weight for weight in model.graph.initializer if onnx.numpy_helper.to_array(weight).size >= 64]
    assert {weight.data_type for weight in big} == {onnx.TensorProto.FLOAT16}


def test_a_later_run_can_start_from_the_file(exported):
    path, rounded = exported
    fresh = Denoiser(UNet(rounded.network.sizes), rounded.sigma_data)
    load_weights(fresh, path)
    for (name, expected), actual in zip(rounded.named_parameters(), fresh.parameters(), strict=True):
        torch.testing.assert_close(actual, expected, atol=0, rtol=0, msg=name)


def test_a_narrower_network_takes_the_first_channels_and_their_whole_strength(exported):
    path, rounded = exported
    sizes = rounded.network.sizes
    half = replace(sizes, channels=tuple(width // 2 for width in sizes.channels))
    narrow = Denoiser(UNet(half), rounded.sigma_data)
    load_weights(narrow, path)
    wide, cut = rounded.network.shrink[0].weight, narrow.network.shrink[0].weight
    torch.testing.assert_close(cut, wide[: cut.shape[0], : cut.shape[1]] * 2**0.5)
    torch.testing.assert_close(narrow.network.embed.words.weight, rounded.network.embed.words.weight)


def test_multiply_adds_of_a_convolution_and_a_product():
    layer = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3, padding=1), torch.nn.Flatten(), torch.nn.Linear(48, 5))
    program = torch.onnx.export(layer, (torch.zeros(1, 2, 4, 4),), dynamo=True, opset_version=18, verbose=False)
    assert onnx_graph.multiply_adds(program.model_proto) == 3 * 16 * 2 * 9 + 48 * 5


def test_a_start_can_leave_the_words_alone(denoiser, tmp_path):
    path = tmp_path / "model.onnx"
    onnx.save(to_onnx(denoiser, signature_of(denoiser.network.sizes)), str(path))
    start = {name: weight.clone() for name, weight in denoiser.named_parameters()}
    with torch.no_grad():
        for weight in denoiser.parameters():
            weight.zero_()
    load_weights(denoiser, path, (WORDS,))
    after = dict(denoiser.named_parameters())
    assert (after[WORDS] == 0).all()
    torch.testing.assert_close(after["network.stem.weight"], start["network.stem.weight"])
