"""Exports a run's averaged weights to model.onnx: python -m models.portraits.export

With --manifest it also writes manifest.json and samples.bin, which make the page offer the model.
"""

import argparse
from pathlib import Path

import torch

from models.lib.export import export
from models.portraits import data, manifest, network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    network.add_argument(parser)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    parser.add_argument("--manifest", action="store_true", help="write manifest.json and samples.bin")
    options = parser.parse_args()
    denoiser = network.create(options.model)
    state = torch.load(options.run / "checkpoint.pt", map_location="cpu", weights_only=True)
    denoiser.load_state_dict(state["average"])
    export(denoiser, network.folder(options.model) / "model.onnx")
    if options.manifest:
        manifest.main(options.model)


if __name__ == "__main__":
    main()
