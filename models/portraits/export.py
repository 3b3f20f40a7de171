"""Exports a run's averaged weights to model.onnx: python -m models.portraits.export

With --manifest it also writes manifest.json and samples.bin, which make the page offer the model.
"""

import argparse
from pathlib import Path

from models.lib.export import export
from models.lib.sheet import averaged
from models.portraits import data, manifest, network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    network.add_argument(parser)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    parser.add_argument("--manifest", action="store_true", help="write manifest.json and samples.bin")
    options = parser.parse_args()
    export(averaged(network.create(options.model), options.run), network.folder(options.model) / "model.onnx")
    if options.manifest:
        manifest.main(options.model)


if __name__ == "__main__":
    main()
