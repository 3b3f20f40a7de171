"""Exports a run's averaged weights to model.onnx and its manifest: python -m models.digits.export"""

import argparse
from pathlib import Path

import torch

from models.digits import manifest, network
from models.lib.export import export

FOLDER = Path(__file__).parent


def export_run(run: Path) -> None:
    denoiser = network.create()
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    denoiser.load_state_dict(state["average"])
    export(denoiser, FOLDER / "model.onnx")
    manifest.main()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=FOLDER / "runs" / "shapes")
    export_run(parser.parse_args().run)


if __name__ == "__main__":
    main()
