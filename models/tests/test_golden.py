"""What Python wrote down of each committed model: that its runs can be asked for, and are of the file that ships."""

import base64
import json

import pytest
from models.digits import data, golden
from models.emoji import data as emoji
from models.emoji import golden as emoji_golden
from models.lib.golden import condition_of, picture
from models.lib.onnx_denoiser import OnnxDenoiser
from models.portraits import data as portraits
from models.portraits import golden as portraits_golden


@pytest.mark.parametrize(("golden_of", "vocabulary"), [(portraits_golden, portraits), (emoji_golden, emoji)])
def test_words_are_in_the_vocabulary(golden_of, vocabulary):
    for run in golden_of.RUNS:
        assert condition_of(run.words, vocabulary.vocabulary()).count_nonzero() == run.words.count(":")


def test_the_digits_are_drawn_again_from_what_is_written_down():
    written = json.loads((data.FOLDER / "golden-runs.json").read_text())
    manifest = json.loads((data.FOLDER / "manifest.json").read_text())
    assert written["provenance"]["model"]["sha256"] == manifest["sha256"]
    run, content = golden.RUNS[0], written["runs"][0]
    assert content["recipe"] == run.recipe("digits")
    model = OnnxDenoiser(data.FOLDER / manifest["file"], threads=1)
    start, end = picture(run, model, manifest)
    for name, values in [("start", start.flatten()[:16]), ("end", end.flatten())]:
        expected = memoryview(base64.b64decode(content[name])).cast("f").tolist()
        assert values.tolist() == pytest.approx(expected, abs=1e-4)
