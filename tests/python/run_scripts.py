"""Runs FOLDER/*/run.py, each in its own folder, and checks that numpy reads FOLDER/run.npz. Fails if any of it does.

python3 tests/python/run_scripts.py FOLDER
"""

import contextlib
import json
import os
import runpy
import sys
import traceback
from pathlib import Path

import numpy as np


def run(script: Path) -> bool:
    with contextlib.chdir(script.parent):
        try:
            runpy.run_path("run.py", run_name="__main__")
        except Exception:
            print(f"{script}:")
            traceback.print_exc()
            return False
        return Path("picture.png").stat().st_size > 0


def check_npz(file: Path) -> None:
    with np.load(file) as run:
        recipe = json.loads(str(run["recipe"]))["recipe"]
        points = recipe["steps"] + 1
        assert run["x"].shape == run["x0"].shape == (points, 1, 28, 28), run["x"].shape
        assert run["x"].dtype == np.float32
        assert all(run[name].shape == (points,) for name in ("alpha", "sigma", "t", "nfe"))
        assert np.all(np.diff(run["sigma"]) < 0)
        assert run["sigma"][-1] == 0
        assert np.all(np.isnan(run["t"]))
        assert run["nfe"][-1] == 2 * recipe["steps"], run["nfe"]
        assert np.array_equal(run["x"][-1], run["x0"][-1])
        # The first step of DDIM, from the file alone.
        alpha, sigma = run["alpha"], run["sigma"]
        epsilon = (run["x"][0] - alpha[0] * run["x0"][0]) / sigma[0]
        assert np.abs(alpha[1] * run["x0"][0] + sigma[1] * epsilon - run["x"][1]).max() < 1e-5


def main(folder: Path) -> int:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    check_npz(folder / "run.npz")
    scripts = sorted(folder.glob("*/run.py"))
    # Every one is run, whatever became of those before.
    results = [run(script) for script in scripts]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
