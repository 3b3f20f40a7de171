"""manifest.json: what the page must know of a model. src/contract validates it on the other side."""

import hashlib
import json
from pathlib import Path

import onnx
import torch

from models.lib import onnx_graph

CHECKED_VALUES = 16


def read_file_facts(path: Path) -> dict:
    """Name, size, hash and cost of an exported model."""
    content = path.read_bytes()
    return {
        "file": path.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "multiplyAdds": onnx_graph.multiply_adds(onnx.load(str(path))),
    }


def describe_file(path: Path, network: torch.nn.Module) -> dict:
    """The same and the number of trained weights; `network` is what the file was exported from."""
    count = sum(weight.numel() for weight in network.parameters())
    return {**read_file_facts(path), "parameters": count}


def checked_values(answer: torch.Tensor) -> dict:
    """The part of a self check that holds values of an answer, [1, C, H, W], at places spread evenly over it."""
    flat = answer.flatten()
    indices = [(2 * i + 1) * len(flat) // (2 * CHECKED_VALUES) for i in range(CHECKED_VALUES)]
    return {
        "indices": indices,
        "values": [round(flat[index].item(), 6) for index in indices],
        "tolerance": 0.01,
    }


def formatted(content: dict) -> str:
    """JSON with a field a line, and a line for each word of the vocabulary: the page loads it, people compare it."""

    def field(value) -> str:
        lines = isinstance(value, list) and value and isinstance(value[0], dict)
        return "[\n  " + ",\n  ".join(map(compact, value)) + "\n ]" if lines else compact(value)

    fields = (f" {compact(key)}: {field(value)}" for key, value in content.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, content: dict) -> None:
    path.write_text(formatted(content))
