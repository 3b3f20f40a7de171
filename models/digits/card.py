"""Writes the figures of evaluation.json into the card's table: python -m models.digits.card"""

import json

from models.digits.data import FOLDER

START, END = "<!-- figures: written by models/digits/card.py -->", "<!-- end of figures -->"


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def rows(result: dict) -> list[tuple[str, str, str]]:
    """(what, measured, bar)."""
    plain, strong = result["guidance"]["1.0"], result["guidance"]["1.5"]
    copies, copies_strong = plain["nearCopies"], strong["nearCopies"]
    floor = result["frechetFloor"]
    return [
        ("model.onnx", f"{result['bytes']:,} bytes", "<= 1,000,000"),
        ("multiply-adds an evaluation", f"{result['multiplyAdds'] / 1e6:.1f} million", "<= 30 million"),
        ("judge on 1,000 held-out digits", percent(result["judgeOnHeldOut"]), ">= 98.5 %"),
        ("read as asked, guidance 1", percent(plain["readAsAsked"]), ">= 96 %"),
        ("read as asked, guidance 1.5", percent(strong["readAsAsked"]), ">= 99 %"),
        (
            "Frechet distance, guidance 1, over the floor",
            f"{plain['frechetDistance']:.2f} / {floor:.2f} = {plain['frechetOverFloor']:.2f}",
            "<= 2.5",
        ),
        ("the same, guidance 1.5", f"{strong['frechetDistance']:.2f} / {floor:.2f}", ""),
        *diversity_rows(plain, strong),
        *copy_rows(copies, copies_strong),
    ]


def diversity_rows(plain: dict, strong: dict) -> list[tuple[str, str, str]]:
    return [
        (
            f"pairwise distance within a class over real, guidance {guidance}: mean (least)",
            f"{percent(part['diversityMean'])} ({percent(min(part['diversityPerDigit']))})",
            ">= 80 %",
        )
        for guidance, part in (("1", plain), ("1.5", strong))
    ]


def copy_rows(plain: list[dict], strong: list[dict]) -> list[tuple[str, str, str]]:
    found = [
        (
            f"nearer to a training digit than {percent(part['quantile'])} of held-out ones, guidance {guidance}",
            percent(part["share"]),
            f"<= {percent(part['shareHeldOut'])}",
        )
        for guidance, parts in (("1", plain), ("1.5", strong))
        for part in parts
    ]
    distances = f"{plain[0]['meanDistance']:.2f} / {strong[0]['meanDistance']:.2f}"
    mean = f"held-out {plain[0]['meanDistanceHeldOut']:.2f}"
    return [*found, ("mean distance to the nearest training digit, guidance 1 / 1.5", distances, mean)]


def training_rows(training: dict) -> list[str]:
    return [
        f"- Phase `{name}`: {phase['settings']['steps']:,} steps of {phase['settings']['batch']} at rate "
        f"{phase['settings']['rate']:g}, seed {phase['settings']['seed']}; "
        f"{phase['seconds']['wall'] / 60:.0f} minutes by the clock, "
        f"{phase['seconds']['cpu'] / 60:.0f} minutes of processor time."
        for name, phase in training["phases"].items()
    ]


def main() -> None:
    result = json.loads((FOLDER / "evaluation.json").read_text())
    training = json.loads((FOLDER / "training.json").read_text())
    lines = ["| what | measured | bar |", "|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows(result)]
    path = FOLDER / "README.md"
    before, rest = path.read_text().split(START)
    after = rest.split(END)[1]
    table = "\n".join([START, *lines, "", *training_rows(training), END])
    path.write_text(before + table + after)


if __name__ == "__main__":
    main()
