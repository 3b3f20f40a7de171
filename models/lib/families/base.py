"""What a family is: all that export, measuring and the manifest must know of a kind of generator."""

import argparse
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from models.lib.training import Run, Settings


@dataclass(frozen=True)
class Signature:
    """What an exported file takes and gives: inputs by name, [2, ...] each as an example; the output's name.

    probe: the same inputs with more rows, from one end of their range to the other: on them file and torch must agree.
    """

    inputs: dict[str, torch.Tensor]
    output: str
    probe: dict[str, torch.Tensor]


class Family(ABC):
    """knob: what is turned when pictures are drawn, and the values at which it is measured."""

    id: str
    knob: tuple[str, tuple[float, ...]]

    @abstractmethod
    def create(self) -> nn.Module:
        """A fresh network, of which the averaged weights ship; the same weights every time."""

    @abstractmethod
    def signature(self) -> Signature: ...

    @abstractmethod
    def start(self, settings: Settings, options: argparse.Namespace, start: nn.Module | None, **more) -> Run:
        """A training of fresh weights, or of those of `start`. options: of the command line, see add_arguments."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Options of the training that only this family has."""

    @abstractmethod
    def process(self) -> dict:
        """The manifest's fields that say how its pictures come about."""

    @abstractmethod
    def self_check(self, path: Path, shape: tuple[int, int, int], condition: torch.Tensor, text: str) -> dict:
        """One evaluation to compare a browser's with. condition: [V], as `text` names it."""

    @abstractmethod
    def noise(self, count: int, shape: tuple[int, int, int], seed: int) -> torch.Tensor:
        """Standard normal, [count, ...]: what pictures are made from."""

    @abstractmethod
    def pictures(self, network, noise: torch.Tensor, condition: torch.Tensor, setting: float) -> torch.Tensor:
        """network: as torch holds it or as OnnxModel runs it. condition: [N, V]; setting: of the knob. -> [N, C, H, W]
        in [-1, 1]."""

    @abstractmethod
    def drawn_by(self) -> str:
        """How `pictures` draws, for evaluation.json."""

    def averaged(self, run: Path) -> nn.Module:
        """The network with the averaged weights of a run's last checkpoint."""
        network = self.create()
        state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
        network.load_state_dict(state["average"])
        return network.eval()


def load_start(network: nn.Module, start: nn.Module | None) -> nn.Module:
    """`network` with the weights of `start`, where there is one."""
    if start is not None:
        network.load_state_dict(start.state_dict())
    return network
