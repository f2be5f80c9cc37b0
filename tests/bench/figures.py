#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""figures.py [--few] BUILD [PART...]: what the programs cost, each figure beside a floor of the same run.

Part after part, all of them unless told: says on stderr which one runs, and as soon as it is done prints its table (figure, floor,
ratio, goal, whether it is met) and keeps it in figures.md. A part that fails says so, and the others go on. Run by `./dev bench`, on
a screen of its own. Ratios mean the same on every computer, seconds and megabytes only on this one. What is compared takes turns, so
that a busy moment hits all alike; medians and minima of at least ten. --few: few of everything, to try it out; keeps nothing. Exit
code 1 when a goal is not met or a part failed.
"""
import datetime
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import traceback

import table as kept

ROUNDS = 12
NIGHTS = 3650
NOW = '2026-11-22T07:10:00'
OTHERS = {'gnome-calculator': [], 'gnome-clocks': [], 'gnome-text-editor': ['--standalone']}
PAGES = ['diary', 'trends', 'findings', 'doctor', 'today']
SAVES = 20
# R15: a diary that doubles, of 15 factors a night, with its last night a hundred years from now: dates begin in 1900.
YEARS = [25, 50, 100, 200]
LONG_FACTORS = 15
LONG_NOW = '2126-11-22T07:10:00'
LONG_LAST = datetime.date(2126, 11, 21)
LONG_ROUNDS = 5
PER_DOUBLING = 2.2
# How long the first analysis of fifty years may take until the largest size is read.
LONG_WAIT = 600
# One core, at most so many milliseconds: nights, factors, goal.
ANALYSES = [(365, 12, 10), (3650, 30, 500)]


class Bench:
    """@few: to try it out."""

    def __init__(self, build, home, few):
        self.build, self.home, self.few = build, home, few
        self.rounds, self.long_rounds = (2, 1) if few else (ROUNDS, LONG_ROUNDS)
        self.cli = build / 'src/cli/stillnight-cli'
        self.app = build / 'src/app/stillnight'
        self.environment = dict(os.environ, STILLNIGHT_NOW=NOW, XDG_DATA_HOME=str(home / 'data'), TZ='UTC',
                                GSETTINGS_SCHEMA_DIR=str(build / 'data'), GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8')
        self.diary = home / 'data/stillnight/diary.db'
        self.run(self.cli, 'sample', '--nights', NIGHTS, '--diary', self.diary)

    def run(self, *command, **environment):
        return subprocess.run([str(part) for part in command], env=dict(self.environment, **environment), check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout

    def start(self, *command, **environment):
        return subprocess.Popen([str(part) for part in command], env=dict(self.environment, **environment),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def first_picture(bench, command, shows, **more):
    """Milliseconds until a frame was painted in which a widget of the class @shows can be seen, and the CPU time until then."""
    reader, writer = os.pipe()
    environment = dict(bench.environment, **more, LD_PRELOAD=str(bench.build / 'tests/bench/libfirst-frame.so'),
                       FIRST_FRAME_FD=str(writer))
    if shows:
        environment['FIRST_FRAME_OF'] = shows
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], env=environment, pass_fds=[writer],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as lines:
        painted = [line.split() for line in lines]
    process.wait()
    if not painted:
        raise RuntimeError(f'{command[0]} painted nothing')
    return (int(painted[-1][1]) / 1e6 - begin) * 1e3, int(painted[-1][2]) / 1e3


def start(bench, table):
    empty = 'empty AdwApplicationWindow'
    bare = empty + ' without OpenGL, as ours'
    programs = {empty: ([bench.build / 'tests/bench/bench-window'], None),
                bare: ([bench.build / 'tests/bench/bench-window'], None),
                'stillnight': ([bench.app], 'StnNightStrip')}
    for name, options in OTHERS.items():
        if shutil.which(name):
            programs[name] = ([name, *options], None)
        else:
            table.note(f'start: {name}', 'not installed: not compared')
    taken = {name: [] for name in programs}
    for count in range(bench.rounds + 1):
        for name, (command, shows) in programs.items():
            one = first_picture(bench, command, shows, **({'GDK_DEBUG': 'gl-disable'} if name == bare else {}))
            if count:                       # the first round warms the caches
                taken[name].append(one)
    for part, what in enumerate(('elapsed', 'CPU')):
        for how, of in (('median', statistics.median), ('minimum', min)):
            value = {name: of([one[part] for one in all_of_it]) for name, all_of_it in taken.items()}
            table.row(f'start: {what}, {how}, to {empty}', value['stillnight'], value[empty], 1.35, ' ms')
            table.row(f'start: {what}, {how}, to {bare}', value['stillnight'], value[bare], None, ' ms')
            for name in OTHERS:
                if name in value:
                    table.row(f'start: {what}, {how}, to {name}', value['stillnight'], value[name], 1.0, ' ms')


def sizes_kb(pid):
    """PSS, which is less the more programs share what is mapped, and what is this process's alone."""
    text = pathlib.Path(f'/proc/{pid}/smaps_rollup').read_text()
    return [int(re.search(rf'^{name}:\s+(\d+)', text, re.M).group(1)) for name in ('Pss', 'Private_Dirty')]


def cpu_ticks(pid):
    return sum(int(field) for field in pathlib.Path(f'/proc/{pid}/stat').read_text().rpartition(')')[2].split()[11:13])


def wait_until_quiet(pid):
    """Until it has not worked for a second; an analysis of ten years takes its time."""
    end = time.monotonic() + LONG_WAIT
    while time.monotonic() < end:
        before = cpu_ticks(pid)
        time.sleep(1)
        if cpu_ticks(pid) - before <= 1:
            return


def memory(bench, table):
    running = [bench.start(bench.build / 'tests/bench/bench-window'), bench.start(bench.app)]
    try:
        for process in running:
            wait_until_quiet(process.pid)
        def say(when, goal):
            floor, ours = (sizes_kb(process.pid) for process in running)
            table.row(f'memory (PSS) {when}', ours[0], floor[0], goal, ' kB')
            table.row(f'memory of its own {when}', ours[1], floor[1], None, ' kB')

        say('at the first page', None)
        for page in PAGES:
            bench.run('gdbus', 'call', '--session', '--dest', 'io.github.stillnight.Stillnight', '--object-path',
                      '/io/github/stillnight/Stillnight', '--method', 'org.freedesktop.Application.ActivateAction',
                      'show-page', f"[<'{page}'>]", '{}')
            wait_until_quiet(running[1].pid)
        say('after every page was visited', 1.35)
    finally:
        for process in running:
            process.terminate()
            process.wait()


def growth(bench, table):
    many = [] if bench.few else ['-m', 'perf']
    for line in bench.run(bench.build / 'tests/app/test-growth', *many, GTK_A11Y='test').splitlines():
        if line.startswith('# growth: '):
            table.note('memory, ' + line[len('# growth: '):].split('=')[0].strip(), line.split('=', 1)[1].strip())


def asked_of_disk(bench, *command):
    """How often a program syncs, and how many bytes it writes, to files."""
    log = bench.home / 'calls'
    bench.run('strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync,pwrite64', '-o', log, *command)
    text = log.read_text()
    return len(re.findall(r'\bf(?:data)?sync\(', text)), sum(int(n) for n in re.findall(r'pwrite64\(.*= (\d+)$', text, re.M))


def save(bench, table):
    def fresh(name):
        return shutil.copy(bench.diary, bench.home / name)

    program = bench.build / 'tests/bench/bench-save'
    saved = fresh('saved.db')
    bench.run(program, 'ours', saved, SAVES)

    def disk(*kind):
        none = asked_of_disk(bench, program, kind[0], fresh('none.db'), 0, *kind[1:])
        some = asked_of_disk(bench, program, kind[0], fresh('some.db'), SAVES, *kind[1:])
        return [(a - b) / SAVES for a, b in zip(some, none)]

    ours, bare = disk('ours'), disk('bare', saved)
    table.row('save a full night: syncs, to bare SQLite with the same rows', ours[0], bare[0], 1.0)
    table.row('save a full night: written', ours[1], bare[1], 3.0, ' B')
    costs = {'ours': [], 'bare': []}
    for _ in range(bench.rounds):
        costs['ours'].append(float(bench.run(program, 'ours', fresh('some.db'), SAVES)))
        costs['bare'].append(float(bench.run(program, 'bare', fresh('some.db'), SAVES, saved)))
    table.row('save a full night: CPU, median', statistics.median(costs['ours']), statistics.median(costs['bare']), 1.5, ' us')
    table.row('save a full night: CPU, minimum', min(costs['ours']), min(costs['bare']), 1.5, ' us')


def cli(bench, table):
    import instructions
    for what, (count, before) in instructions.compare(bench.build, not bench.few).items():
        if before is None:
            table.note(f'instructions of {what}', f'{count}, none kept for this compiler and these libraries')
        else:
            table.row(f'instructions of {what}, to those kept', count / 1000, before / 1000, instructions.LARGEST, ' k')


def write_long_diary(bench, nights):
    rng = random.Random(7)
    table, diary = bench.home / 'long.csv', bench.home / f'long-{nights}/stillnight/diary.db'
    lines = [','.join(['date', 'cramps', 'severity', *(f'factor-{i:02}' for i in range(LONG_FACTORS))])]
    for i in range(nights):
        cramps = rng.choice([0, 0, 0, 1, 2])
        values = [rng.randrange(2) if k < LONG_FACTORS // 2 else rng.randrange(3000) for k in range(LONG_FACTORS)]
        lines.append(','.join(map(str, [LONG_LAST - datetime.timedelta(nights - 1 - i), cramps,
                                        rng.randrange(1, 11) if cramps else '', *values])))
    table.write_text('\n'.join(lines) + '\n')
    diary.parent.mkdir(parents=True)
    bench.run(bench.cli, 'import', table, '--diary', diary, STILLNIGHT_NOW=LONG_NOW)
    return diary


def resident_kb(bench, seconds, **environment):
    """The largest of the window until it stands still, what it reckons with in the background included; at most @seconds (None: as
    long as it takes)."""
    window = bench.start(bench.app, **environment)
    time.sleep(5)
    if seconds is None:
        wait_until_quiet(window.pid)
    text = pathlib.Path(f'/proc/{window.pid}/status').read_text()
    window.kill()
    window.wait()
    return int(re.search(r'VmHWM:\s+(\d+)', text).group(1))


def years(bench, table):
    found = {}
    counts = YEARS[:2] if bench.few else YEARS
    for count in counts:
        diary = write_long_diary(bench, round(count * 365.2425))
        own = {'XDG_DATA_HOME': str(diary.parent.parent), 'STILLNIGHT_NOW': LONG_NOW}
        here = found[count] = {}
        for page, shows in (('today', 'StnNightStrip'), ('diary', 'StnNightLine'), ('trends', 'StnChartView'), ('doctor', 'StnVisitsSection')):
            taken = [first_picture(bench, [bench.app, '--page', page], shows, **own) for _ in range(bench.long_rounds)]
            here[f'start on {page}: CPU'] = (min(one[1] for one in taken), ' ms')
            if count == 50 and page == 'today':
                table.row('50 years of 15 factors: start on today: elapsed, minimum, to 1 s', min(one[0] for one in taken), 1000, 1.0, ' ms')
        program = bench.build / 'tests/bench/bench-save'
        here['save a full night: CPU'] = (min(float(bench.run(program, 'ours', shutil.copy(diary, bench.home / 'long.db'), SAVES))
                                              for _ in range(bench.long_rounds)) / 1000, ' ms')
        here['largest resident size in the first five seconds'] = (resident_kb(bench, 5, **own), ' kB')
        if count == 50:
            table.row('50 years of 15 factors: save a full night: CPU, to 50 ms', here['save a full night: CPU'][0], 50, 1.0, ' ms')
            table.row('50 years of 15 factors: largest resident size up to the end of the first analysis, to 150 MB',
                      resident_kb(bench, None, **own), 150 * 1024, 1.0, ' kB')
        diary.unlink()
    for before, after in zip(counts, counts[1:]):
        for what, (value, unit) in found[after].items():
            table.row(f'{after} years, to {before}: {what}', value, found[before][what][0], PER_DOUBLING, unit)


def speed(bench, table):
    for scenario in ('null', 'moderate3'):
        for nights, factors, goal in ANALYSES:
            said = bench.run(bench.build / 'tests/bench/bench-speed', scenario, nights, factors)
            taken = float(said.split('|')[2])
            table.row(f'analysis of {nights} nights x {factors} factors, {scenario}: CPU, to {goal} ms', taken, goal, 1.0, ' ms', 1)


def ui(bench, table):
    for line in bench.run(bench.build / 'tests/app/bench-ui', GTK_A11Y='test').splitlines():
        found = re.fullmatch(r'(\w+) +(opening|a scrolled frame) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)', line)
        if found:
            table.ratio(f'{found[1]}, {found[2]}: CPU, 50 years to 1', float(found[6]))


def charts(bench, table):
    chart = None
    for line in bench.run(bench.build / 'tests/app/bench-charts', GTK_A11Y='test').splitlines():
        found = re.fullmatch(r'(\w*) +(a frame|p99) +([\d.]+) +([\d.]+) +([\d.]+)', line)
        if found:
            chart = found[1] or chart
            table.ratio(f'{chart}, {found[2]} of a year, to that of an empty widget', float(found[3]))
            table.ratio(f'{chart}, {found[2]}: 50 years to 1', float(found[5]))


def build(bench, table):
    # `./dev bench build` prepares these: a new build folder for the cold figures, and what would be installed.
    timings = pathlib.Path(os.environ['STN_BENCH_TIMINGS'])
    for line in timings.read_text().splitlines():
        what, seconds = line.rsplit(' ', 1)
        table.note(what, f'{seconds} s')
    installed = timings.parent / 'installed'
    size = sum(path.lstat().st_size for path in installed.rglob('*') if path.is_file() or path.is_symlink())
    table.note('installed, stripped', f'{size / 1024:.0f} kB')
    for program in ('src/app/stillnight', 'src/cli/stillnight-cli', 'src/reminder/stillnight-reminder',
                    'src/reminder/stillnight-reminder-diary', 'tests/bench/bench-window'):
        libraries = bench.run('ldd', bench.build / program).count('=>')
        table.note(f'shared libraries of {program.rpartition("/")[2]}', str(libraries))


PARTS = {'start': start, 'memory': memory, 'growth': growth, 'save': save, 'cli': cli, 'speed': speed, 'ui': ui,
         'charts': charts, 'years': years, 'build': build}


def measure(bench, part):
    table = kept.Table()
    begun = time.monotonic()
    print(f'figures.py: {part} ...', file=sys.stderr, flush=True)
    try:
        PARTS[part](bench, table)
        why = None if table.rows else 'nothing was said'
    except subprocess.CalledProcessError as error:
        why = f'{pathlib.Path(error.cmd[0]).name} left with {error.returncode}'
        print(error.stderr, file=sys.stderr)
    except Exception as error:      # whatever it is, the other parts go on
        why = type(error).__name__
        traceback.print_exc()
    if why:
        table.failed(part, why)
    print(f'figures.py: {part} took {time.monotonic() - begun:.0f} s', file=sys.stderr, flush=True)
    kept.keep(part, table, not bench.few)
    return table.all_met()


def main():
    arguments = sys.argv[1:]
    few = arguments[:1] == ['--few']
    build_folder, *parts = arguments[few:] or sys.exit(__doc__)
    if any(part not in PARTS for part in parts):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR', '/var/tmp')) as home:
        bench = Bench(pathlib.Path(build_folder).resolve(), pathlib.Path(home), few)
        met = [measure(bench, part) for part in parts or PARTS]
    return 0 if all(met) else 1


sys.exit(main())
