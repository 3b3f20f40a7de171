"""An exported model as a function, through onnxruntime on the CPU."""

from pathlib import Path

import onnxruntime
import torch


class OnnxDenoiser:
    """(x [N, C, H, W], sigma [N], condition [N, V]) -> denoised [N, C, H, W], all float32.

    threads: of onnxruntime; 0 leaves the choice to it.
    """

    def __init__(self, path: Path, threads: int = 0):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, x: torch.Tensor, sigma: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        feeds = {"x": x.numpy(), "sigma": sigma.numpy(), "condition": condition.numpy()}
        return torch.from_numpy(self.session.run(["denoised"], feeds)[0])
