"""What is told of the trainings that led to a model."""

from models.lib import curves


def test_a_run_is_read_as_it_was_logged_and_told_once(tmp_path):
    (tmp_path / "log.jsonl").write_text('{"step": 100, "loss": 0.5, "wall": 9.0, "cpu": 8.0}\n')
    (tmp_path / "settings.json").write_text('{"batch": 32}')
    run = curves.logged(tmp_path, "main")
    told = {"name": "main", "step": 100, "wall": 9.0, "cpu": 8.0, "settings": {"batch": 32}, "curve": [[100, 0.5]]}
    assert run == told
    earlier = {"name": "earlier", "step": 200, "curve": [[100, 0.7], [200, 0.6]]}
    runs = curves.with_run([earlier, run | {"step": 1}], run)
    assert runs == [earlier, run]
    assert curves.end_to_end(runs) == {"earlier": {100: 0.7, 200: 0.6}, run["name"]: {300: 0.5}}
