"""The figures of evaluation.json as lines of a card."""

from models.data.emoji.prompts import STYLES
from models.lib.card import file_rows, percent, table

BAR = 0.85  # of the pictures of the 32 words, by the judge


def never_seen(result: dict) -> str:
    return " / ".join(percent(share) for share in result["agreementNeverSeen"].values())


def by_words(result: dict) -> dict[str, list[int]]:
    """{'1 word': [agreed, asked]}"""
    counts = result["agreementByWords"]
    return {"1 word" if words == "1" else f"{words} words": pair for words, pair in counts.items()}


def figure_rows(result: dict, bars: dict) -> list[tuple[str, ...]]:
    """(what, measured, bar)."""
    judge, agreement = result["judge"], result["agreement"]
    copies, prompted = result["nearCopies"], result["nearCopiesOfPrompts"]
    named = judge["ofThe32"]
    return [
        *file_rows(result, bars),
        ("the judge agrees on the kind, the 32 words, guidance 2", percent(agreement["2.0"]), f">= {BAR:.0%}"),
        ("the same, guidance 1 / 3", f"{percent(agreement['1.0'])} / {percent(agreement['3.0'])}", ""),
        ("emoji in a style in which training never showed them, guidance 1 / 2 / 3", never_seen(result), ""),
        *(
            (f"all {asked} emoji of {words} (and a style), guidance 2", percent(agreed / asked), "")
            for words, (agreed, asked) in by_words(result).items()
        ),
        (
            f"the judge itself on {judge['pictures']} test drawings: the emoji / all of its words",
            f"{percent(judge['sameEmoji'])} / {percent(judge['itsWords'])}",
            "",
        ),
        (f"the judge itself on the {named['pictures']} of them that the 32 words name", percent(named["share"]), ""),
        (
            "Frechet distance in the judge's features, guidance 1, over the floor",
            f"{result['frechetDistance']:.0f} / {result['frechetFloor']:.0f} = {result['frechetOverFloor']:.2f}",
            "",
        ),
        (
            f"nearer to a training picture than {percent(copies['quantile'])} of test drawings: words of test drawings",
            percent(copies["share"]),
            f"<= {percent(copies['shareHeldOut'])}",
        ),
        ("the same: the 32 words, guidance 2", percent(prompted["share"]), ""),
        (
            "mean distance to the nearest training picture: words of test drawings / the 32 words",
            f"{copies['meanDistance']:.2f} / {prompted['meanDistance']:.2f}",
            f"test drawings {copies['meanDistanceHeldOut']:.2f}",
        ),
    ]


def subject_rows(result: dict) -> list[tuple[str, ...]]:
    """(subject, how many of its pictures the judge reads as that, a column for each style)."""
    counts = result["agreementBySubject"]
    return [(subject, *(f"{count} of {result['seeds']}" for count in row)) for subject, row in counts.items()]


def lines(result: dict, bars: dict) -> list[str]:
    return [
        *table(("what", "measured", "bar"), figure_rows(result, bars)),
        "",
        "By the judge, at guidance 2:",
        "",
        *table(("words", *STYLES), subject_rows(result)),
    ]
