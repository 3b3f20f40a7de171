"""python -m models <command> <id>: trains, exports, measures and describes the models of the page.

Every command says with --help what it takes.
"""

import argparse
import sys

from models.lib import commands
from models.lib.declaration import every, find


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m models", description=__doc__, add_help=len(arguments) < 2)
    parser.add_argument("command", choices=commands.COMMANDS, help="what to do")
    parser.add_argument("id", choices=every(), help="of the model")
    asked = parser.parse_args(arguments[:2])
    command, model = commands.COMMANDS[asked.command], find(asked.id)
    own = argparse.ArgumentParser(prog=f"python -m models {asked.command} {asked.id}", description=command.__doc__)
    command.add_arguments(own, model)
    command.main(model, own.parse_args(arguments[2:]))


if __name__ == "__main__":
    main(sys.argv[1:])
