#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No verb of the command line takes over 5 % more instructions than are kept in tests/bench/instructions.json.

With --long also what takes long to count. For a compiler or library that no counts are kept for nothing can be said: then the test says that, and passes.
"""
import sys

from tap import BUILD, SOURCE, check, must_find, tool

sys.path.insert(0, str(SOURCE / 'tests/bench'))
import instructions  # noqa: E402


def main():
    tool('valgrind')
    for verb, (n, kept) in instructions.compare(BUILD, '--long' in sys.argv).items():
        if kept is None:
            print(f'# {verb}: {n} instructions; none are kept for {instructions.key(BUILD)}')
        elif n < kept / instructions.LARGEST:
            print(f'# {verb}: {n} instructions, {n / kept:.2f} times those kept: keep the new count')
        check(f'/instructions/counted/{verb}', [] if n > 1000000 else [f'only {n} instructions were seen'])
        check(f'/instructions/{verb}', instructions.problems(verb, n, kept))
    must_find('/instructions/planted/more', instructions.problems('list', 1060, 1000), 'list', '1.06')
    check('/instructions/planted/not-more', instructions.problems('list', 1040, 1000))
    check('/instructions/planted/what-is-called', [] if instructions.of_ours(
        'ob=(1) libc\n0 9\ncob=(2) /x/stillnight-cli\ncalls=1 0\n0 100\nob=(2)\nfn=(1) a\n0 5\ncob=(1)\ncalls=1 0\n0 100\n+1 2\n') == 7
        else ['of_ours() counts what it should not'])


main()
