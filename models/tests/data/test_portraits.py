"""The code around the portraits' data and training, on made-up pictures; the vocabulary as committed."""

import re
from types import SimpleNamespace

import numpy
import pytest
import torch
from models.data.portraits import judge, prompts, sheet
from models.data.portraits.drawings import DRAWINGS, held_out_combinations
from models.lib import pictures, recipe
from models.lib.families.diffusion.training import Run, Settings
from models.lib.judge import Judge
from models.lib.pictures import Chooser, Split, drop_words
from models.lib.sheet import COLUMNS, SCALE, conditions, paste, sample
from models.lib.training import train

WORDS = DRAWINGS.vocabulary()


def test_the_vocabulary_is_large_clean_and_without_doubles():
    assert len(WORDS) >= 150
    ids = [word["id"] for word in WORDS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", word) for word in ids)
    typed = [typed for word in WORDS for typed in word["words"]]
    assert len(set(typed)) == len(typed)
    assert all(word["kind"] and word["words"] for word in WORDS)


def write_shard(folder, pictures, labels):
    folder.mkdir(parents=True)
    (folder / "pictures-000.bin").write_bytes(pictures.tobytes())
    packed = numpy.packbits(labels, axis=1, bitorder="little")
    (folder / "labels-000.bin").write_bytes(packed.tobytes())


def test_shards_are_read_as_they_were_written(tmp_path):
    random = numpy.random.default_rng(0)
    shown = random.integers(0, 256, (6, 32, 32, 3), dtype=numpy.uint8)
    labels = random.integers(0, 2, (6, len(WORDS)), dtype=numpy.uint8)
    write_shard(tmp_path / "train", shown, labels)
    split = pictures.load(tmp_path / "train", len(WORDS))
    assert torch.equal(split.labels, torch.from_numpy(labels))
    batch, conditions = split.batch(torch.tensor([4, 1]))
    assert batch.shape == (2, 3, 32, 32)
    assert batch[0, 2, 5, 7] == pytest.approx(shown[4, 5, 7, 2] / 127.5 - 1)
    assert conditions.dtype == torch.float32


def test_a_missing_split_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"draw\.mjs"):
        pictures.load(tmp_path / "train", len(WORDS))


def test_words_are_dropped_as_asked():
    labels = torch.ones(4000, 20)
    kept = drop_words(labels, 0.1, 0.0, torch.Generator().manual_seed(0))
    assert kept.mean().item() == pytest.approx(0.9, abs=0.01)
    kept = drop_words(labels, 0.1, 1.0, torch.Generator().manual_seed(0)).mean(1)
    assert kept.mean().item() == pytest.approx(0.5, abs=0.02)
    assert (kept < 0.1).float().mean() > 0.05
    assert (kept > 0.9).float().mean() > 0.05


def test_pictures_chosen_by_a_word_have_it_and_rare_words_come_as_often_as_others():
    labels = torch.zeros(1000, 3, dtype=torch.uint8)
    labels[:, 0] = 1
    labels[7, 1] = 1
    index, kept = Chooser(labels, 1.0).choose(2000, torch.Generator().manual_seed(0))
    assert torch.equal(kept, kept * labels[index])
    assert kept.mean(0).tolist() == pytest.approx([0.5, 0.5, 0], abs=0.05)
    _, kept = Chooser(labels, 0.25).choose(2000, torch.Generator().manual_seed(0))
    assert kept.sum().item() / 2000 == pytest.approx(0.25, abs=0.05)


def test_short_prompts_come_late():
    shares = [recipe.short_share(progress, 0.4, 0.5) for progress in (0, 0.4, 0.55, 0.7, 1)]
    assert shares == pytest.approx([0, 0, 0.25, 0.5, 0.5])


def run_at(step: int, seconds: float) -> SimpleNamespace:
    settings = Settings(steps=40_000)
    return SimpleNamespace(step=step, seconds={"wall": seconds}, settings=settings)


def test_the_budget_of_time_sets_the_number_of_steps():
    run = run_at(1000, 60.0)
    recipe.fit_to_budget(run, minutes=10)
    assert run.settings.steps == 10_000
    run = run_at(1000, 660.0)
    recipe.fit_to_budget(run, minutes=10)
    assert run.settings.steps == 1000


def test_a_run_ends_when_its_time_is_used(denoiser, tmp_path):
    shown = torch.randint(0, 256, (10, 8, 8, 3), dtype=torch.uint8)
    split = Split(shown, torch.randint(0, 2, (10, 5), dtype=torch.uint8))
    run = Run(denoiser, Settings(steps=40_000, batch=2, warm_up=2, bf16=False))
    options = SimpleNamespace(minutes=1 / 120, drop_word=0.1, short=0.5, short_from=0.4, balanced=0.5)
    train(run, recipe.drawer(split, run, options), tmp_path)
    assert recipe.ADJUST_EVERY < run.step < 40_000
    assert (tmp_path / "checkpoint.pt").exists()


def test_prompts_keep_as_many_allowed_words_as_asked():
    labels = torch.tensor([[1.0, 1, 1, 0], [1, 0, 0, 1], [0, 1, 1, 1]])
    allowed = torch.tensor([1.0, 1, 1, 0])
    asked = prompts.prompts(labels, 2, allowed, torch.Generator().manual_seed(0))
    assert asked.sum(1).tolist() == [2, 2]
    assert asked[:, 3].sum() == 0
    assert (asked <= labels[[0, 2]]).all()


def test_precision_and_recall_by_hand():
    found = torch.tensor([[True, False], [True, True], [False, False]])
    labels = torch.tensor([[1, 0], [0, 1], [1, 0]])
    precision, recall = judge.precision_and_recall(found, labels)
    assert precision.tolist() == [0.5, 1]
    assert recall.tolist() == [0.5, 1]


def test_the_judge_reads_pictures():
    found, features = judge.read(Judge(7).eval(), torch.rand(3, 3, 32, 32))
    assert found.shape == (3, 7)
    assert features.shape == (3, 384)


def test_combinations_are_asked_for_whole():
    ids = [word["id"] for word in WORDS]
    combination = held_out_combinations()[0]
    labels = torch.zeros(2, len(ids))
    labels[0, [ids.index(word) for word in (*combination, "micah", "smile")]] = 1
    labels[1, ids.index("smile")] = 1
    generator = torch.Generator().manual_seed(0)
    for extra in (0, 2):
        asked = prompts.combination_prompts(labels, extra, torch.ones(len(ids)), generator)
        assert asked.shape == (1, len(ids))
        assert all(asked[0, ids.index(word)] == 1 for word in combination)
        assert asked.sum() == 2 + extra


def test_held_out_combinations_are_words():
    ids = {word["id"] for word in WORDS}
    assert len(held_out_combinations()) >= 6
    assert all(set(combination) <= ids for combination in held_out_combinations())


def test_the_sheet_shows_what_a_model_draws():
    condition = conditions(("glasses", "bald beard"), WORDS)
    assert condition.sum(1).tolist() == [1, 2]
    drawn = sample(lambda x, _sigma, _condition: 0.5 * torch.ones_like(x), condition, guidance=2.0, steps=3)
    assert drawn.shape == (2, 3, 32, 32)
    torch.testing.assert_close(drawn, torch.full_like(drawn, 0.5))
    image = paste(drawn.repeat(COLUMNS, 1, 1, 1))
    assert image.size == (COLUMNS * 32 * SCALE, 2 * 32 * SCALE)


def test_every_prompt_of_the_sheet_is_in_the_vocabulary():
    assert conditions(sheet.PROMPTS, WORDS).sum(1).min() >= 1
