"""How manifests are written."""

import json

from models.lib.manifest import formatted


def test_a_manifest_reads_back_and_has_a_line_for_each_field_and_word():
    content = {"id": "x", "shape": [1, 2], "vocabulary": [{"id": "a"}, {"id": "é"}], "examples": ["b, c"], "none": []}
    text = formatted(content)
    assert json.loads(text) == content
    assert text.splitlines()[1:6] == [
        ' "id": "x",',
        ' "shape": [1,2],',
        ' "vocabulary": [',
        '  {"id":"a"},',
        '  {"id":"é"}',
    ]
