"""The figures of evaluation.json as lines of a card."""

from models.lib.card import file_rows, percent, table

SETS = {
    "1": ("single words", 0.97),
    "2": ("words of two-word prompts", None),
    "4": ("words of four-word prompts", 0.93),
    "never seen": ("combinations never seen in training", 0.90),
    "never seen + 2": ("the same with two more words", None),
}


def word_rows(shown: dict) -> list[tuple[str, ...]]:
    """(what, guidance 1, 2, 3, bar at guidance 2)."""
    return [
        (name, *(percent(shown[key][guidance]) for guidance in ("1.0", "2.0", "3.0")), f">= {bar:.0%}" if bar else "")
        for key, (name, bar) in SETS.items()
    ]


def figure_rows(result: dict, bars: dict) -> list[tuple[str, ...]]:
    """(what, measured, bar)."""
    judge, copies = result["judge"], result["nearCopies"]
    return [
        *file_rows(result, bars),
        (
            f"words that the judge reads with precision and recall of {judge['least']:.0%}",
            f"{judge['wordsRead']} of {judge['words']}",
            ">= 60",
        ),
        (
            "precision / recall of the judge over all words, 2,000 drawings it never saw",
            f"{percent(judge['precisionOfAll'])} / {percent(judge['recallOfAll'])}",
            "",
        ),
        (
            "Frechet distance in the judge's features, guidance 1, over the floor",
            f"{result['frechetDistance']:.2f} / {result['frechetFloor']:.2f} = {result['frechetOverFloor']:.2f}",
            "<= 3",
        ),
        (
            "pairwise distance within a style over real: mean (least)",
            f"{percent(result['diversityMean'])} ({percent(result['diversityLeast'])})",
            ">= 80 %",
        ),
        (
            f"nearer to a training picture than {percent(copies['quantile'])} of held-out drawings",
            percent(copies["share"]),
            f"<= {percent(copies['shareHeldOut'])}",
        ),
        (
            "mean distance to the nearest training picture",
            f"{copies['meanDistance']:.2f}",
            f"held-out {copies['meanDistanceHeldOut']:.2f}",
        ),
    ]


def weakest(by_word: dict, count: int = 12) -> str:
    """The words that are shown least often, with how often of how many."""
    ranked = sorted(by_word.items(), key=lambda item: item[1][0] / item[1][1])
    return ", ".join(f"`{word}` {shown} of {asked}" for word, (shown, asked) in ranked[:count])


def lines(result: dict, bars: dict) -> list[str]:
    return [
        *table(("what", "measured", "bar"), figure_rows(result, bars)),
        "",
        f"What was asked for is there, by the judge, {result['count']} prompts a row:",
        "",
        *table(("of", "guidance 1", "guidance 2", "guidance 3", "bar at 2"), word_rows(result["shown"])),
        "",
        f"Shown least often at guidance 2: {weakest(result['shownByWord'])}.",
    ]
