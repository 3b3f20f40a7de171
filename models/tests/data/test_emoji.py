"""The code around the emoji's training and judge, on made-up pictures; the vocabulary as committed."""

import re

import pytest
import torch
from models.data import emoji
from models.data.emoji import judge, sheet
from models.data.emoji.drawings import DRAWINGS, with_mirrored
from models.data.emoji.prompts import STYLES, SUBJECTS, asked
from models.lib.golden import condition_of
from models.lib.pictures import Split

WORDS = DRAWINGS.vocabulary()


def test_the_vocabulary_is_clean_and_without_doubles():
    ids = [word["id"] for word in WORDS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", word) for word in ids)
    typed = [typed for word in WORDS for typed in word["words"]]
    assert len(set(typed)) == len(typed)
    assert {word["kind"] for word in WORDS} == {"style", "face", "animal", "food", "nature", "colour"}


def test_what_the_model_is_judged_by_is_in_the_vocabulary():
    assert len(SUBJECTS) == 32
    rows = asked(3)
    assert len(rows) == 32 * len(STYLES) * 3
    assert (rows.sum(1) >= 2).all()


def test_mirrored_copies_double_a_split():
    split = Split(torch.arange(32 * 32 * 3).reshape(1, 32, 32, 3).to(torch.uint8), torch.ones(1, 4, dtype=torch.uint8))
    both = with_mirrored(split)
    assert torch.equal(both.pictures[1, :, 31], both.pictures[0, :, 0])
    assert both.labels.shape == (2, 4)


def test_hues_turn_around_gray():
    turns = judge.turns_of_hue(50, torch.Generator().manual_seed(0))
    gray = torch.full((3,), 0.4)
    torch.testing.assert_close(turns @ gray, gray.expand(50, 3))
    torch.testing.assert_close(turns @ turns.mT, torch.eye(3).expand(50, 3, 3))


def test_what_is_varied_stays_on_white():
    pictures = torch.ones(8, 3, 32, 32)
    varied = judge.varied(pictures, torch.Generator().manual_seed(0))
    assert varied.shape == pictures.shape
    assert varied.mean().item() == pytest.approx(1, abs=0.02)


def test_the_judge_agrees_if_all_words_but_the_style_are_there(monkeypatch):
    words = torch.tensor([[False, True, True, False], [False, False, True, True]])
    monkeypatch.setattr(judge, "words_of_kinds", lambda: words)
    wanted = torch.tensor([[1.0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1]])
    assert judge.agrees(torch.tensor([0, 1, 1]), wanted).tolist() == [True, True, False]


def test_the_sheet_has_a_row_for_every_subject():
    image = sheet.labelled(torch.zeros(len(SUBJECTS) * 6, 3, 32, 32), STYLES)
    assert image.size == (2 * (sheet.LABEL + 6 * 64), sheet.HEAD + 16 * 64)


def split_of(*words: str) -> Split:
    """Black pictures with the words of each: 'noto:1,red:1'."""
    labels = torch.cat([condition_of(row, WORDS) for row in words]).to(torch.uint8)
    return Split(torch.zeros(len(words), 32, 32, 3, dtype=torch.uint8), labels)


def test_subjects_are_what_each_emoji_shows_once_and_without_its_style():
    split = split_of("noto:1,apple:1,red:1", "flat:1,apple:1,red:1", "noto:1,pizza:1")
    assert emoji.subjects(split, torch.tensor([0, 0, 1])) == [["red", "apple"], ["pizza"]]


def test_samples_are_of_one_style_and_of_nothing_else_where_there_is_a_choice():
    split = split_of("flat:1,pig:1", "noto:1,pig:1,nose:1", "noto:1,pig:1", "noto:1,snail:1", "noto:1,owl:1")
    assert emoji.choose_samples(split).tolist() == [2, 4]
