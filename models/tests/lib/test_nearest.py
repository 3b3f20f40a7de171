import json
import struct
import zlib

import numpy
import torch
from models.lib import nearest


def pictures(count: int, seed: int, size: int = 24) -> torch.Tensor:
    return torch.rand(count, size, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def test_a_file_holds_header_and_sections(tmp_path):
    path = tmp_path / "nearest.bin"
    yardstick = {"heldOut": 1, "same": 0, "distances": [1.0] * nearest.QUANTILES}
    header = {"count": 2, "yardstick": yardstick, "yardsticks": []}
    nearest.write(path, header, [numpy.arange(6, dtype=numpy.int8), numpy.array([255], numpy.uint8)])
    content = path.read_bytes()
    (length,) = struct.unpack_from("<I", content)
    assert json.loads(content[4 : 4 + length]) == header
    assert zlib.decompress(content[4 + length :], -15) == bytes([0, 1, 2, 3, 4, 5, 255])
    other = tmp_path / "other"
    assert nearest.describe(path, other) == {"file": "../nearest.bin", "bytes": len(content)}


def test_the_yardstick_leaves_out_what_training_holds():
    training = 3 * pictures(300, 0)
    new, copied = 3 * pictures(50, 1), training[:7]
    kinds = {"old": torch.arange(57) >= 50, "most": torch.arange(57) < 45}
    answer = nearest.yardsticks(torch.cat([new, copied]), list(training.split(100)), kinds)
    found = answer["yardstick"]
    assert [(kind["word"], kind["heldOut"]) for kind in answer["yardsticks"]] == [("most", 45)]
    assert (found["heldOut"], found["same"]) == (50, 7)
    assert len(found["distances"]) == nearest.QUANTILES
    exact = torch.cdist(new, training).amin(1)
    assert numpy.allclose(found["distances"][0], exact.min(), atol=1e-3)
    assert numpy.allclose(found["distances"][-1], exact.max(), atol=1e-3)


def test_components_find_a_picture_by_itself():
    training = 8 * pictures(400, 0)
    basis, scales = nearest.principal_components(training, 8)
    codes, offsets = nearest.encode([training[:150], training[150:]], basis, scales)
    rows = basis.float() * torch.tensor(scales)[:, None]
    place = (training @ rows.T - torch.tensor(offsets)) / nearest.STEP
    assert (place.T - codes).abs().max() <= 0.5 + 1e-4
    assert torch.cdist(place, codes.T.float()).argmin(1).tolist() == list(range(400))
