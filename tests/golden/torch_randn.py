"""Writes tests/golden/torch-randn.json: what torch.randn draws on the CPU.

Every case makes its calls of randn from one generator. Of short calls all values are kept, of long ones the ends
(the ragged last block lies there), some between, and two sums over all of them. `words` are the four 32-bit words the
generator would draw next, so that a word too many or too few is seen.

    python3 tests/golden/torch_randn.py
"""

import json
import platform
from pathlib import Path

import torch

SEEDS = [0, 1, 42, 123456789, 2**31 - 1, 2**31, 2**32 - 1]
SIZES = [1, 2, 3, 7, 8, 15, 16, 17, 24, 31, 32, 33, 63, 64, 100, 255, 784, 785, 1023, 3072, 3073, 9999, 12287, 12288]
CHAINS = [
    [1, 1, 1],
    [1, 16, 1],
    [3, 17, 1, 784, 5, 5],
    [15, 15, 15],
    [16, 17, 18, 19],
    [784, 784, 784],
    [3072, 1, 3072],
    [7, 785, 7, 100, 2, 31, 12288, 1],
]
SHORT = 40


def rounded(values: torch.Tensor) -> list[float]:
    return [float(f"{value:.9g}") for value in values.tolist()]


def call(size: int, generator: torch.Generator) -> dict:
    values = torch.randn(size, generator=generator)
    if size <= SHORT:
        return {"size": size, "values": rounded(values)}
    at = sorted({*range(2), *range(0, size, size // 6), *range(size - 18, size)})
    return {
        "size": size,
        "at": at,
        "values": rounded(values[at]),
        "sum": values.double().sum().item(),
        "squares": values.double().square().sum().item(),
    }


def case(seed: int, sizes: list[int]) -> dict:
    generator = torch.Generator().manual_seed(seed)
    calls = [call(size, generator) for size in sizes]
    # The full range of int64 takes two words a value, the high one first.
    pairs = torch.empty(2, dtype=torch.int64).random_(-(2**63), None, generator=generator)
    words = [word for pair in pairs.tolist() for word in ((pair >> 32) % 2**32, pair % 2**32)]
    return {"seed": seed, "calls": calls, "words": words}


def main() -> None:
    cases = [case(SEEDS[i % len(SEEDS)], [size]) for i, size in enumerate(SIZES)]
    cases += [case(seed, chain) for seed in SEEDS for chain in CHAINS]
    # Every bit of a seed counts.
    cases += [case(2**bit, [16]) for bit in range(32)]
    golden = {
        "provenance": {
            "command": "python3 tests/golden/torch_randn.py",
            "torch": torch.__version__,
            "capability": torch.backends.cpu.get_cpu_capability(),
            "python": platform.python_version(),
            "dtype": "float32",
        },
        "cases": cases,
    }
    path = Path(__file__).with_name("torch-randn.json")
    path.write_text(json.dumps(golden, separators=(",", ":")).replace('{"seed"', '\n{"seed"') + "\n")


if __name__ == "__main__":
    main()
