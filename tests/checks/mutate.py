#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mutate.py ROOM COUNT SEED: do the tests notice when the code is wrong? (./dev mutate)

Changes one place of src/core/ROOM at a time, in a copy of the tree below _build-mutate: an operator, a condition, a number, a
truth, or a statement that is left out. Each change that compiles must make one of the room's tests fail; the tests whose name is in
the file's come first. What survives is printed with its place: a hole in the tests, or a change that changes nothing, which is
then listed with the reason in equivalent-mutants.txt. Ends with the counts; exit code 0 when at least 85 in 100 are noticed.
"""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDER = SOURCE / '_build-mutate'
TREE, BUILD = FOLDER / 'tree', FOLDER / 'build'
# The suites that are asked, one after the other, about a change in a room.
SUITES = {'store': ['store', 'fuzz'], 'analysis': ['analysis', 'bench'], 'flags': ['flags']}
# Tests of other suites that are asked too, since only there the room is used in that way.
ALSO = {'store': ['records', 'join-laws']}
# And then the checks that run the program: they take long.
CHECKS = {'analysis': ['golden']}
PROGRAM = 'src/cli/stillnight-cli'
GOAL = 85
CPU_SECONDS = 60

OPERATORS = [(' < ', ' <= '), (' <= ', ' < '), (' > ', ' >= '), (' >= ', ' > '), (' == ', ' != '), (' != ', ' == '),
             (' && ', ' || '), (' || ', ' && '), (' + ', ' - '), (' - ', ' + '), (' * ', ' / '), (' / ', ' * '),
             ('++', '--'), ('+=', '-='), ('-=', '+='), ('TRUE', 'FALSE'), ('FALSE', 'TRUE'), ('(!', '('), ('&& !', '&& '),
             ('|| !', '|| '), ('MIN (', 'MAX ('), ('MAX (', 'MIN ('), ('continue;', 'break;'), ('break;', 'continue;')]
STATEMENT = re.compile(r'^(\s+)(?!return|else|case|default|g_auto|static|const|break|continue|goto|typedef|struct|enum)'
                       r'((\*?[\w>.\[\]()-]+ (=|[-+|&]=) [^;{}]*|[\w>.-]+(\+\+|--)|[a-z]\w* \([^;{}]*\));)$')
DECLARATION = re.compile(r'^\s+(const |g_auto\w* |Stn\w+ |gboolean |g?u?int\w* |double |char |gsize |GError |GArray )')


# Memory for one more than is used changes nothing.
ONE_OF = re.compile(r'g_new0? \(\w+, 1$')
# What is not freed is for the sanitizers to notice (.ci/run).
FREEING = re.compile(r'free \(|unref \(|g_clear_|_close \(|_done \(')


def code_of(line):
    """The line with what is in strings and comments made blank, at the same places."""
    return re.sub(r'"(\\.|[^"\\])*"|/\*.*?(\*/|$)', lambda match: ' ' * len(match.group()), line)


def mutants_of(path):
    """(line number, the line as it is to be, what was done) for every change of that file."""
    in_comment = in_macro = False
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines()):
        code = code_of(line)
        stripped = line.strip()
        was_comment, was_macro = in_comment, in_macro
        in_comment = (in_comment or '/*' in line) and '*/' not in line[line.find('/*'):]
        in_macro = line.endswith('\\')
        if was_comment or was_macro or in_macro or stripped.startswith(('/*', '*', '#')) or not line.startswith(' ') \
                or 'g_return_' in line or 'g_assert' in line or 'G_GNUC' in line:
            continue
        for old, new in OPERATORS:
            for match in re.finditer(re.escape(old), code):
                if not (old == ' * ' and DECLARATION.match(line)):
                    yield number, line[:match.start()] + new + line[match.end():], f'{old.strip()} -> {new.strip()}'
        for match in re.finditer(r'(?<![\w.%"])\d+(?![\w.])', code):
            if ONE_OF.search(line[:match.end()]):
                continue
            yield number, line[:match.start()] + str(int(match.group()) + 1) + line[match.end():], f'{match.group()} + 1'
        if STATEMENT.match(line) and not DECLARATION.match(line) and not FREEING.search(line):
            yield number, STATEMENT.sub(r'\1;', line), 'left out'


def run(*command, **options):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8',
                          errors='replace', **options)


def prepare():
    """The tree as it stands, and its build."""
    TREE.mkdir(parents=True, exist_ok=True)
    listed = run('git', '-C', SOURCE, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').stdout
    for name in filter(None, listed.split('\0')):
        source, copy = SOURCE / name, TREE / name
        if source.is_file() and not (copy.exists() and copy.read_bytes() == source.read_bytes()):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    if not (BUILD / 'build.ninja').exists():
        done = run('meson', 'setup', BUILD, TREE, '-Dapp=false', '-Dwerror=false', '-Dwarning_level=0', '-Doptimization=1')
        if done.returncode != 0:
            sys.exit(done.stdout)
    run('ninja', '-C', BUILD, 'build.ninja')  # tests that came or went


def tests_of(room):
    """The room's tests: name, program, arguments, environment; by suite."""
    tests = json.loads(run('meson', 'introspect', BUILD, '--tests').stdout)
    chosen = []
    for suite in SUITES[room]:
        for test in tests:
            is_in = any(name.rpartition(':')[2] == suite for name in test['suite'])
            if is_in and test not in chosen and '/tests/' in test['cmd'][0] and 'slow' not in str(test['suite']):
                chosen.append(test)
    chosen += [test for test in tests if test['name'] in ALSO.get(room, [])]
    for name in CHECKS.get(room, []):
        chosen.append({'name': name, 'cmd': [sys.executable, str(TREE / f'tests/checks/{name}.py')], 'workdir': str(BUILD),
                       'env': {'STN_BUILD_ROOT': str(BUILD), 'PYTHONDONTWRITEBYTECODE': '1'}})
    return chosen


def build(program):
    is_check = program == sys.executable
    return run('ninja', '-C', BUILD, '-j2', PROGRAM if is_check else pathlib.Path(program).relative_to(BUILD))


def passes(test):
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o1777)  # some tests go on as somebody without rights
        environment = {**os.environ, **test['env'], 'TMPDIR': folder}
        try:
            done = run(*test['cmd'], env=environment, cwd=test['workdir'] or BUILD, preexec_fn=limit, timeout=10 * CPU_SECONDS)
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0 and '\nnot ok' not in done.stdout


def first_to_fail(tests, path):
    """The name of the first test that fails, None when all pass, '' when it does not compile. Those of the same name first, then the cheap."""
    words = set(path.stem.split('-')) - {'stn', 'table', 'rows'}
    for test in sorted(tests, key=lambda test: (-len(words & set(test['name'].split('-'))), test['cost'])):
        if build(test['cmd'][0]).returncode != 0:
            return ''
        if not passes(test):
            return test['name']
    return None


def known_equivalent():
    listed = pathlib.Path(__file__).with_name('equivalent-mutants.txt').read_text(encoding='utf-8').splitlines()
    return {tuple(part.strip() for part in line.split(' | ')[:3]) for line in listed if line and not line.startswith('#')}


def main(room, count, seed):
    if room not in SUITES:
        sys.exit(f'mutate: no room {room}; there are: {", ".join(SUITES)}')
    prepare()
    tests = tests_of(room)
    for test in tests:
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        if build(test['cmd'][0]).returncode != 0 or not passes(test):
            sys.exit(f'mutate: {test["name"]} fails before anything is changed')
        test['cost'] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    places = [(path, *mutant) for path in sorted((TREE / 'src/core' / room).glob('*.c')) for mutant in mutants_of(path)]
    print(f'{room}: {len(places)} changes are possible, {count} of them are made, seed {seed}; {len(tests)} tests', flush=True)
    equivalent, results = known_equivalent(), {'noticed': 0, 'survived': 0, 'equivalent': 0}
    order = random.Random(seed).sample(places, len(places))
    while order and sum(results.values()) < count:
        path, number, line, what = order.pop()
        original = path.read_text(encoding='utf-8')
        lines = original.splitlines()
        before = lines[number]
        if (path.name, before.strip(), line.strip()) in equivalent:
            results['equivalent'] += 1
            continue
        lines[number] = line
        try:
            path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
            failed = first_to_fail(tests, path)
        finally:
            path.write_text(original, encoding='utf-8')
        if failed == '':
            continue
        results['survived' if failed is None else 'noticed'] += 1
        if failed is None:
            print(f'survived: src/core/{room}/{path.name}:{number + 1}: {what}\n  {before.strip()}\n  {line.strip()}', flush=True)
    judged = results['noticed'] + results['survived']
    score = 100 * results['noticed'] / max(1, judged)
    print(f'{room}: {results["noticed"]} of {judged} noticed ({score:.0f} in 100), {results["survived"]} survived, '
          f'{results["equivalent"]} change nothing; seed {seed}')
    return 0 if score >= GOAL else 1


if len(sys.argv) != 4 or not sys.argv[2].isdigit():
    sys.exit(__doc__)
sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
