"""End pictures of the committed model in Python, for the browser's tests.

python -m models.digits.golden writes tests/golden/digits-runs.json.
"""

import json
from pathlib import Path

import numpy
import onnxruntime
import torch

from models.digits import data
from models.lib.manifest import read_file_facts
from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.sampling import ddim, guided, heun, karras_sigmas, linear_beta_levels

OUTPUT = Path(__file__).parents[2] / "tests" / "golden" / "digits-runs.json"
FIRST_VALUES = 16


def noise_of(seed: int) -> torch.Tensor:
    return torch.randn(1, 1, 28, 28, generator=torch.Generator().manual_seed(seed))


def one_hot(digit: int) -> torch.Tensor:
    return torch.eye(10)[digit : digit + 1]


def ddim_run(model: OnnxDenoiser) -> dict:
    seed, digit, guidance, steps = 42, 3, 1, 20
    start, levels = noise_of(seed), linear_beta_levels(steps)
    end = ddim(guided(model, one_hot(digit), guidance), start, levels)
    return {
        "sampler": "ddim",
        "eta": 0,
        "steps": steps,
        "schedule": "betas linear 1e-4 to 0.02, 1000 train steps, leading spacing, steps_offset 0, "
        "set_alpha_to_one; the file is fed x / alpha and sigma / alpha",
        "seed": seed,
        "condition": f"{digit}:1",
        "guidance": guidance,
        "levels": levels,
        "start": start.flatten()[:FIRST_VALUES].tolist(),
        "end": end.flatten().tolist(),
    }


def heun_run(model: OnnxDenoiser) -> dict:
    seed, digit, guidance, steps = 7, 8, 1.5, 18
    noise, sigmas = noise_of(seed), karras_sigmas(steps, low=0.01, high=40)
    end = heun(guided(model, one_hot(digit), guidance), noise, sigmas)
    return {
        "sampler": "heun",
        "steps": steps,
        "schedule": "Karras sigmas, sigma_min 0.01, sigma_max 40, rho 7, final sigma 0",
        "seed": seed,
        "condition": f"{digit}:1",
        "guidance": guidance,
        "sigmas": sigmas,
        "start": (noise * sigmas[0]).flatten()[:FIRST_VALUES].tolist(),
        "end": end.flatten().tolist(),
    }


def shortened(value):
    """Nine significant digits hold a float32; levels and sigmas keep all of float64."""
    if isinstance(value, dict):
        exact = ("levels", "sigmas")
        return {key: entry if key in exact else shortened(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [shortened(entry) for entry in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


def main() -> None:
    path = data.FOLDER / "model.onnx"
    model = OnnxDenoiser(path, threads=1)
    content = {
        "provenance": {
            "command": "python -m models.digits.golden",
            "libraries": {
                "torch": torch.__version__,
                "numpy": numpy.__version__,
                "onnxruntime": onnxruntime.__version__,
            },
            "provider": "CPUExecutionProvider, one thread",
            "dtype": "float32; schedules in float64",
            "model": read_file_facts(path),
            "noise": "torch.randn(1, 1, 28, 28, generator=torch.Generator().manual_seed(seed))",
        },
        "runs": [ddim_run(model), heun_run(model)],
    }
    OUTPUT.write_text(json.dumps(shortened(content)) + "\n")


if __name__ == "__main__":
    main()
