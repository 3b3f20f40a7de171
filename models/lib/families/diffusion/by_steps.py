"""Quality against the number of steps, sampler by sampler."""

from collections.abc import Callable

from models.lib.families.diffusion.sampling import SAMPLERS

STEPS = (2, 4, 8, 16, 32, 64)


def by_steps(share: Callable[..., float]) -> dict[str, dict[int, float]]:
    """share(steps=, solve=): of pictures drawn so that show what was asked for. -> {sampler: {steps: share}}."""
    result = {}
    for name, solve in SAMPLERS.items():
        result[name] = {steps: share(steps=steps, solve=solve) for steps in STEPS}
        print(name, result[name], flush=True)
    return result
