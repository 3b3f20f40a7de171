"""A trained network -> one ONNX file, weights stored as float16, computing in float32."""

import math
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from models.lib.families.base import Signature
from models.lib.onnx_model import OnnxModel

OPSET = 18
TOLERANCE = 1e-3  # of values in about -1 to 1; 1e-5 to 1e-4 is usual
HALF = "_half"
SMALLEST_HALF = 64  # initializers with fewer elements stay float32: their Cast costs more bytes


def to_onnx(network: nn.Module, signature: Signature) -> onnx.ModelProto:
    """With the inputs and the output that the signature names, N symbolic."""
    network = network.eval().float().cpu().to(memory_format=torch.contiguous_format)
    batch = {0: torch.export.Dim("N", min=1, max=4096)}
    program = torch.onnx.export(
        network,
        tuple(signature.inputs.values()),
        dynamo=True,
        opset_version=OPSET,
        input_names=list(signature.inputs),
        output_names=[signature.output],
        dynamic_shapes=(batch,) * len(signature.inputs),
        verbose=False,
    )
    return program.model_proto


def store_as_half(model: onnx.ModelProto) -> None:
    """Replaces float32 weights by float16 ones and a Cast to float32 each, in place.

    Halves the download. onnxruntime folds the Casts when it loads, so the graph that runs is the
    float32 one: graphs that compute in float16 are slower on WASM.
    """
    casts = []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype != numpy.float32 or values.size < SMALLEST_HALF:
            continue
        name = weight.name
        half = numpy_helper.from_array(values.astype(numpy.float16), name + HALF)
        weight.CopyFrom(half)
        casts.append(onnx.helper.make_node("Cast", [name + HALF], [name], to=1))
    for node in reversed(casts):
        model.graph.node.insert(0, node)


def strip(model: onnx.ModelProto) -> None:
    """Removes what no runtime reads: stack traces, metadata, shapes of intermediate values, long
    names. Weights keep their names, so that a later run can start from the file."""
    graph = model.graph
    for thing in [model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output]:
        del thing.metadata_props[:]
        thing.doc_string = ""
    del graph.value_info[:]
    inside = {name for node in graph.node for name in node.output}
    inside -= {value.name for value in graph.output}
    inside -= {weight.name.removesuffix(HALF) for weight in graph.initializer}
    short: dict[str, str] = {}
    for node in graph.node:
        node.name = ""
        for names in (node.input, node.output):
            for index, name in enumerate(names):
                if name in inside:
                    names[index] = short.setdefault(name, f"v{len(short)}")


def fit(weight: torch.Tensor, shape: torch.Size) -> torch.Tensor:
    """A wider network's weight as a start for a narrower one: its first channels, as strong as all were together."""
    cut = weight[tuple(slice(size) for size in shape)].float()
    entering = weight.shape[1] / shape[1] if weight.ndim > 1 else 1
    return cut * math.sqrt(entering)


def stored_weights(path: Path, prefix: str = "") -> dict[str, torch.Tensor]:
    """The weights in an exported file by their names after `prefix`; float16 where they are stored so."""
    return {
        weight.name.removesuffix(HALF).removeprefix(prefix): torch.from_numpy(numpy_helper.to_array(weight).copy())
        for weight in onnx.load(str(path)).graph.initializer
    }


def load_weights(network: nn.Module, path: Path, leave: tuple[str, ...] = ()) -> None:
    """Starts `network` from the weights in an exported file (float16 precision), in place; a narrower network
    takes what fits of each. leave: names of those that stay as they are."""
    stored = stored_weights(path)
    parameters = {name: weight for name, weight in network.named_parameters() if name not in leave}
    missing = sorted(set(parameters) - set(stored))
    if missing:
        raise ValueError(f"{path} lacks {', '.join(missing)}")
    with torch.no_grad():
        for name, parameter in parameters.items():
            parameter.copy_(fit(stored[name], parameter.shape))


def round_to_half(network: nn.Module) -> None:
    """Gives the weights the values that the file will hold, in place."""
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.numel() >= SMALLEST_HALF:
                parameter.copy_(parameter.half().float())


def largest_difference(network: nn.Module, path: Path, probe: dict[str, torch.Tensor]) -> float:
    """Between torch and onnxruntime, from one end of the inputs' range to the other: max |a - b|."""
    with torch.no_grad():
        expected = network(*probe.values())
    return (OnnxModel(path)(*probe.values()) - expected).abs().max().item()


def export(network: nn.Module, path: Path, signature: Signature) -> onnx.ModelProto:
    """Writes `path`, compares it with torch and returns what it holds.

    Changes `network`: float32 on the CPU, weights rounded to what the file stores.
    """
    round_to_half(network)
    model = to_onnx(network, signature)
    store_as_half(model)
    strip(model)
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
    difference = largest_difference(network, path, signature.probe)
    # Not-a-number is above every tolerance.
    if not difference <= TOLERANCE:
        raise ValueError(f"{path} differs from torch by {difference:.2g}, above {TOLERANCE:.2g}")
    return model
