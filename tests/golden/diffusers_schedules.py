"""Writes tests/golden/diffusers-schedules.json: the schedules of the real diffusers.

`alphaBars`: alphas_cumprod of each beta schedule, 1000 float32 in base64 (little endian).
`timesteps`: for each reading of a spacing (see src/engine/diffusion/schedules/spacing.ts) and N = 1 .. 1000 one checksum,
sum of (i + 1) * timestep[i] over the first N of them, and the N for which diffusers yields another number than N.
`sigmas`: what set_timesteps makes of some configurations, the zero at the end left out.

    python3 tests/golden/diffusers_schedules.py
"""

import base64
import json
from pathlib import Path

import diffusers
import numpy as np
import torch
from diffusers import (
    DDIMScheduler,
    DDPMScheduler,
    DPMSolverMultistepScheduler,
    EulerDiscreteScheduler,
)

BETAS = {
    "linear": {"beta_start": 1e-4, "beta_end": 0.02},
    "scaled_linear": {"beta_start": 0.00085, "beta_end": 0.012},
    "squaredcos_cap_v2": {},
    "sigmoid": {"beta_start": 1e-4, "beta_end": 0.02},
}
SPACINGS = ["leading", "linspace", "trailing"]
FAMILIES = {"whole": DDIMScheduler, "fractional": EulerDiscreteScheduler, "multistep": DPMSolverMultistepScheduler}


def packed(values) -> str:
    return base64.b64encode(np.asarray(values, dtype="<f4").tobytes()).decode()


def timesteps(scheduler_class, spacing: str) -> dict:
    scheduler = scheduler_class(timestep_spacing=spacing)
    checksums, other_length = [], []
    for n in range(1, 1001):
        scheduler.set_timesteps(n)
        t = scheduler.timesteps.double().numpy()
        if len(t) != n:
            other_length.append(n)
        checksums.append(float(np.dot(t[:n], np.arange(1, len(t[:n]) + 1))))
    return {"checksums": checksums, "otherLength": other_length}


def sigmas(scheduler_class, steps: int, **options) -> dict:
    scheduler = scheduler_class(**options)
    scheduler.set_timesteps(steps)
    return {"steps": steps, "options": options, "sigmas": packed(scheduler.sigmas[:-1])}


def main() -> None:
    bent = [
        {"use_karras_sigmas": True, "sigma_min": 0.01, "sigma_max": 40.0},
        {"use_exponential_sigmas": True, "sigma_min": 0.01, "sigma_max": 40.0},
    ]
    golden = {
        "provenance": {
            "command": "python3 tests/golden/diffusers_schedules.py",
            "diffusers": diffusers.__version__,
            "torch": torch.__version__,
            "numpy": np.__version__,
            "dtype": "float32",
        },
        "alphaBars": {
            name: packed(DDPMScheduler(beta_schedule=name, **options).alphas_cumprod) for name, options in BETAS.items()
        },
        "timesteps": {
            family: {spacing: timesteps(scheduler_class, spacing) for spacing in SPACINGS}
            for family, scheduler_class in FAMILIES.items()
        },
        "sigmas": {
            "fractional": [
                sigmas(EulerDiscreteScheduler, 19, timestep_spacing=spacing, beta_schedule=name, **BETAS[name])
                for name in ["linear", "scaled_linear", "squaredcos_cap_v2"]
                for spacing in SPACINGS
            ],
            "multistep": [
                sigmas(DPMSolverMultistepScheduler, 19, timestep_spacing=spacing, beta_schedule=name, **BETAS[name])
                for name in ["linear", "scaled_linear", "squaredcos_cap_v2"]
                for spacing in SPACINGS
            ],
            "curves": [
                sigmas(EulerDiscreteScheduler, steps, **options) for options in bent for steps in [1, 2, 18, 200]
            ],
        },
    }
    path = Path(__file__).with_name("diffusers-schedules.json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
