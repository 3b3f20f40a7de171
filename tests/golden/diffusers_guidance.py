"""Writes tests/golden/diffusers-guidance.json: diffusers' rescaled guidance and its thresholding, on small tensors.

python3 tests/golden/diffusers_guidance.py
"""

import ast
import json
from pathlib import Path

import diffusers
import torch
from diffusers import DDPMScheduler

SHAPE = (2, 3, 4, 4)


def the_function(name: str, path: str):
    """A function out of diffusers' source; importing its module would want transformers as well."""
    source = (Path(diffusers.__file__).parent / path).read_text()
    found = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == name)
    scope = {"torch": torch}
    exec(compile(ast.Module([found], []), path, "exec"), scope)  # noqa: S102 -- the installed library's own code
    return scope[name]


rescale_noise_cfg = the_function("rescale_noise_cfg", "pipelines/stable_diffusion/pipeline_stable_diffusion.py")


def flat(tensor: torch.Tensor) -> list[float]:
    return [float(f"{value:.9g}") for value in tensor.reshape(-1).tolist()]


def main() -> None:
    generator = torch.Generator().manual_seed(7)
    unconditional, conditional = (torch.randn(SHAPE, generator=generator) for _ in range(2))
    guided = unconditional + 4.0 * (conditional - unconditional)
    golden = {
        "provenance": {
            "command": "python3 tests/golden/diffusers_guidance.py",
            "diffusers": diffusers.__version__,
            "torch": torch.__version__,
            "dtype": "float32",
        },
        "shape": SHAPE,
        "scale": 4.0,
        "unconditional": flat(unconditional),
        "conditional": flat(conditional),
        "rescaled": [
            {"rescale": phi, "values": flat(rescale_noise_cfg(guided, conditional, guidance_rescale=phi))}
            for phi in [0.3, 0.7, 1.0]
        ],
        "thresholded": [
            {
                "quantile": ratio,
                "max": most,
                "values": flat(
                    DDPMScheduler(
                        thresholding=True, dynamic_thresholding_ratio=ratio, sample_max_value=most
                    )._threshold_sample(guided)
                ),
            }
            for ratio, most in [(0.995, 1.0), (0.9, 3.0), (0.5, 20.0)]
        ],
    }
    path = Path(__file__).with_name("diffusers-guidance.json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
