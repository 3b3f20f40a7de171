"""Exports a run's averaged weights: python -m models.sharp.export writes model.onnx and manifest.json.

The file takes pictures of every size: (x float32 [N, 3, H, W] in [-1, 1]) -> sharp float32 [N, 3, 4 H, 4 W].
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
import onnxruntime
import torch

from models.lib import manifest, onnx_graph
from models.lib.export import OPSET, TOLERANCE, round_to_half, store_as_half, strip
from models.lib.manifest import checked_values
from models.sharp.network import SCALE, Sharpener

RECIPE = Path(__file__).parent
# What is exported: the size of picture it was trained for, and the models whose pictures it takes.
PUBLISHED = {
    "portraits": {
        "version": "0.2.0",
        "name": "Portraits, drawn sharp",
        "edge": 32,
        "models": ["portraits", "portraits-small"],
    },
}
INPUT, OUTPUT = "x", "sharp"


def folder(which: str) -> Path:
    """Where the files lie that the page reads; one level deeper than a diffusion model's, since these are none."""
    return RECIPE / which


def load(run: Path) -> Sharpener:
    """The averaged weights of a run."""
    state = torch.load(run / "weights.pt", weights_only=True)
    network = Sharpener(width=state["stem.weight"].shape[0])
    network.load_state_dict(state)
    return network.eval()


def to_onnx(network: Sharpener) -> onnx.ModelProto:
    x = torch.rand(2, network.stem.in_channels, 20, 24) * 2 - 1
    sizes = {0: torch.export.Dim("N", min=1, max=4096)}
    sizes |= {axis: torch.export.Dim(name, min=2, max=4096) for axis, name in ((2, "H"), (3, "W"))}
    program = torch.onnx.export(
        network,
        (x,),
        dynamo=True,
        opset_version=OPSET,
        input_names=[INPUT],
        output_names=[OUTPUT],
        dynamic_shapes=(sizes,),
        verbose=False,
    )
    return program.model_proto


class OnnxSharpener:
    """The exported file through onnxruntime on the CPU: x [N, 3, H, W] -> [N, 3, 4 H, 4 W]."""

    def __init__(self, path: Path, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, x: torch.Tensor) -> torch.Tensor:
        parts = [self.session.run([OUTPUT], {INPUT: part.numpy()})[0] for part in x.contiguous().split(64)]
        return torch.cat([torch.from_numpy(part) for part in parts])


def export(network: Sharpener, path: Path) -> None:
    """Writes `path` and compares it with torch on pictures of several sizes. Changes `network`: float16 weights."""
    round_to_half(network)
    model = to_onnx(network)
    store_as_half(model)
    strip(model)
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
    exported, generator = OnnxSharpener(path), torch.Generator().manual_seed(0)
    for shape in ((1, 3, 32, 32), (3, 3, 28, 28), (2, 3, 64, 40)):
        x = torch.rand(shape, generator=generator) * 2 - 1
        with torch.no_grad():
            difference = (exported(x) - network(x)).abs().max().item()
        if not difference <= TOLERANCE:
            raise ValueError(f"{path} differs from torch by {difference:.2g}, above {TOLERANCE:.2g}")


def multiply_adds(path: Path, edge: int) -> int:
    """Of one picture of edge x edge."""
    model = onnx.load(str(path))
    for value in model.graph.input:
        for axis, dimension in enumerate(value.type.tensor_type.shape.dim):
            if axis > 1:
                dimension.dim_value = edge
    for value in model.graph.output:
        for axis, dimension in enumerate(value.type.tensor_type.shape.dim):
            if axis > 1:
                dimension.dim_value = SCALE * edge
    return onnx_graph.multiply_adds(model)


def self_check(path: Path, edge: int) -> dict:
    """One evaluation whose answer is known: x = torch.randn / 2."""
    seed = 0
    x = torch.randn(1, 3, edge, edge, generator=torch.Generator().manual_seed(seed)) / 2
    return {"seed": seed, **checked_values(OnnxSharpener(path)(x))}


def describe(which: str, parameters: int) -> dict:
    """The manifest's content."""
    published, path = PUBLISHED[which], folder(which) / "model.onnx"
    content = path.read_bytes()
    return {
        "id": f"sharp-{which}",
        "version": published["version"],
        "name": published["name"],
        "family": "enlarger",
        "file": path.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "multiplyAdds": multiply_adds(path, published["edge"]),
        "parameters": parameters,
        "scale": SCALE,
        "shape": [3, published["edge"], published["edge"]],
        "valueRange": [-1, 1],
        "models": published["models"],
        "licence": json.loads((RECIPE.parent / published["models"][0] / "manifest.json").read_text())["licence"],
        "selfCheck": self_check(path, published["edge"]),
        "card": "README.md",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--which", choices=PUBLISHED, default="portraits")
    parser.add_argument("--run", type=Path, default=RECIPE / "runs" / "main")
    options = parser.parse_args()
    network = load(options.run)
    export(network, folder(options.which) / "model.onnx")
    parameters = sum(weight.numel() for weight in network.parameters())
    manifest.write(folder(options.which) / "manifest.json", describe(options.which, parameters))


if __name__ == "__main__":
    main()
