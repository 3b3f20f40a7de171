"""An exported model as a function, through onnxruntime on the CPU."""

from pathlib import Path

import onnxruntime
import torch


class OnnxModel:
    """Called with the file's inputs in its order, float32 [N, ...] each; gives its one output. A denoiser:
    (x [N, C, H, W], sigma [N], condition [N, V]) -> denoised; a GAN: (z [N, latent], condition [N, V]) -> x.

    threads: of onnxruntime; 0 leaves the choice to it.
    """

    def __init__(self, path: Path, threads: int = 0):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.inputs = [value.name for value in self.session.get_inputs()]

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        feeds = {name: value.numpy() for name, value in zip(self.inputs, inputs, strict=True)}
        return torch.from_numpy(self.session.run(None, feeds)[0])
