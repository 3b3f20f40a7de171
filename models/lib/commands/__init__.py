"""What python -m models can do, a file a command: add_arguments(parser, model) and main(model, options)."""

from models.lib.commands import card, evaluate, export, golden, judge, manifest, nearest, sheet, train

COMMANDS = {
    "train": train,
    "export": export,
    "nearest": nearest,
    "manifest": manifest,
    "judge": judge,
    "evaluate": evaluate,
    "golden": golden,
    "sheet": sheet,
    "card": card,
}
