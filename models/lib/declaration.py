"""What a model is: the declaration that each model.py makes of its data, network and training."""

import importlib
from dataclasses import dataclass, field
from pathlib import Path

from models.lib.dataset import MODELS, DataSet
from models.lib.families.base import Family
from models.lib.golden import GoldenRun
from models.lib.training import Settings


@dataclass(frozen=True)
class Model:
    """training: its phases by name, each from the averaged weights of the one before. recipe: what the page opens with.
    golden: runs that browsers make again. bars: what its card holds it to. beside: id of the model whose figures its
    card shows beside its own. place: of what ships, where that is not models/<id>/.
    """

    id: str
    version: str
    name: str
    data: DataSet
    family: Family
    training: dict[str, Settings]
    recipe: dict
    golden: tuple[GoldenRun, ...] = ()
    bars: dict = field(default_factory=dict)
    beside: str | None = None
    place: Path | None = None

    @property
    def folder(self) -> Path:
        return self.place or MODELS / self.id

    @property
    def file(self) -> Path:
        return self.folder / "model.onnx"

    @property
    def runs(self) -> Path:
        """Where checkpoints and logs lie, a folder a phase."""
        return MODELS / self.id / "runs"


def every() -> list[str]:
    """The ids of all models."""
    return sorted(path.parent.name for path in MODELS.glob("*/model.py"))


def find(identifier: str) -> Model:
    """The model of that id."""
    return importlib.import_module(f"models.{identifier}.model").MODEL
