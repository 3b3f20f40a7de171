"""What Python wrote down of each committed model: that its runs can be asked for, and are of the file that ships."""

import base64
import json

import pytest
from models.lib.declaration import every, find
from models.lib.golden import condition_of
from models.lib.onnx_model import OnnxModel

SHIPPED = [model for model in every() if find(model).data.id == "digits" and find(model).file.exists()]


@pytest.mark.parametrize("model", every())
def test_words_are_in_the_vocabulary(model):
    for run in find(model).golden:
        assert condition_of(run.words, find(model).data.vocabulary()).count_nonzero() == run.words.count(":")


@pytest.mark.parametrize("identifier", SHIPPED)
def test_the_digits_are_drawn_again_from_what_is_written_down(identifier):
    declared = find(identifier)
    written = json.loads((declared.folder / "golden-runs.json").read_text())
    manifest = json.loads((declared.folder / "manifest.json").read_text())
    assert written["provenance"]["model"]["sha256"] == manifest["sha256"]
    assert [content["recipe"] for content in written["runs"]] == [run.recipe(identifier) for run in declared.golden]
    model = OnnxModel(declared.file, threads=1)
    for run, content in list(zip(declared.golden, written["runs"], strict=True))[:1]:
        start, end = run.play(model, manifest)
        for name, values in [("start", start.flatten()[:16]), ("end", end.flatten())]:
            expected = memoryview(base64.b64decode(content[name])).cast("f").tolist()
            assert values.tolist() == pytest.approx(expected, abs=1e-4)
