"""The figures of evaluation.json, and what a training took, as lines of a card."""

import json

from models.lib.card import file_rows, percent, table
from models.lib.declaration import Model, find

Row = tuple[str, str, str]  # what, measured, bar


def rows(model: Model, result: dict) -> list[Row]:
    """Measured at two settings of the family's knob: as the data are, and stronger."""
    name, _ = model.family.knob
    floor, bars = result["frechetFloor"], model.bars
    parts = [(f"{name} {float(setting):g}", part) for setting, part in result[name].items()]
    (plain_name, plain), (strong_name, strong) = parts
    asked = zip(parts, bars.get("readAsAsked", (None, None)), strict=True)
    return [
        *file_rows(result, bars),
        ("judge on 1,000 held-out digits", percent(result["judgeOnHeldOut"]), ">= 98.5 %"),
        *(
            (f"read as asked, {setting}", percent(part["readAsAsked"]), f">= {100 * bar:g} %" if bar else "")
            for (setting, part), bar in asked
        ),
        (
            f"Frechet distance, {plain_name}, over the floor",
            f"{plain['frechetDistance']:.2f} / {floor:.2f} = {plain['frechetOverFloor']:.2f}",
            f"<= {bars['frechetOverFloor']:g}" if "frechetOverFloor" in bars else "",
        ),
        (f"the same, {strong_name}", f"{strong['frechetDistance']:.2f} / {floor:.2f}", ""),
        *diversity_rows(parts),
        *copy_rows(parts, name),
    ]


def diversity_rows(parts: list[tuple[str, dict]]) -> list[Row]:
    return [
        (
            f"pairwise distance within a class over real, {setting}: mean (least)",
            f"{percent(part['diversityMean'])} ({percent(min(part['diversityPerDigit']))})",
            ">= 80 %",
        )
        for setting, part in parts
    ]


def copy_rows(parts: list[tuple[str, dict]], name: str) -> list[Row]:
    found = [
        (
            f"nearer to a training digit than {percent(copies['quantile'])} of held-out ones, {setting}",
            percent(copies["share"]),
            f"<= {percent(copies['shareHeldOut'])}",
        )
        for setting, part in parts
        for copies in part["nearCopies"]
    ]
    nearest = [part["nearCopies"][0] for _, part in parts]
    distances = " / ".join(f"{copies['meanDistance']:.2f}" for copies in nearest)
    settings = " / ".join(setting.removeprefix(f"{name} ") for setting, _ in parts)
    what = f"mean distance to the nearest training digit, {name} {settings}"
    return [*found, (what, distances, f"held-out {nearest[0]['meanDistanceHeldOut']:.2f}")]


def training_line(run: dict) -> str:
    settings = run["settings"]
    return (
        f"- Phase `{run['name']}`: {run['step']:,} steps of {settings['batch']} at rate "
        f"{settings['rate']:g}, seed {settings['seed']}; "
        f"{run['wall'] / 60:.0f} minutes by the clock, "
        f"{run['cpu'] / 60:.0f} minutes of processor time."
    )


def read(model: Model, name: str) -> dict:
    return json.loads((model.folder / name).read_text())


def lines(model: Model, result: dict) -> list[str]:
    """With a column for the model that it is to be seen beside, if there is one."""
    measured = rows(model, result)
    head = ("what", "measured", "bar")
    if model.beside:
        other = find(model.beside)
        theirs = rows(other, read(other, "evaluation.json"))
        name, settings = other.family.knob
        head = ("what", model.id, "bar", f"{other.id} ({name} {' and '.join(f'{value:g}' for value in settings)})")
        measured = [(*row, value) for row, (_, value, _) in zip(measured, theirs, strict=True)]
    trained = [training_line(run) for run in read(model, "training.json")["runs"]]
    return [*table(head, measured), "", *trained]
