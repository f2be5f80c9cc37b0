#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may use whom: the table of src/README.md against what the libraries and the files really use.

The linker's view: every symbol that a room's library leaves undefined must come from a room or a library that the table
allows, and must not reach for files, clock, random numbers or translation where the table says never. The reader's view:
every #include. Each is shown to work by violations planted here.
"""
import pathlib
import re
import shlex
import subprocess
import tempfile
import os

from tap import BUILD, SOURCE, check, must_find, run, tool

# Library names of the table and the shared objects behind them.
LIBRARIES = {
    'C': ['libc.so.6', 'libm.so.6'],
    'GLib': ['libglib-2.0.so', 'libgobject-2.0.so'],
    'GIO': ['libgio-2.0.so'],
    'SQLite': ['libsqlite3.so'],
    'JSON': ['libjson-glib-1.0.so'],
    'GTK': ['libgtk-4.so', 'libadwaita-1.so', 'libgdk_pixbuf-2.0.so', 'libgraphene-1.0.so'],
    'notify': ['libnotify.so'],
    'cairo': ['libcairo.so', 'libpango-1.0.so', 'libpangocairo-1.0.so'],
}
# Parts of GIO that reach nothing outside the process: what is compiled in, and a flag to stop early.
PARTS_OF_GIO = {'GResource': r'g_(static_)?resources?_.*', 'GCancellable': r'g_cancellable_.*'}

# What the table's last column may forbid. Fortified names (__read_chk, open64) count as the plain ones.
REACHES = {
    'files': r'(f|fd|fre)open|open(at|dir)?|creat|read|pread|write|pwrite|close|unlink(at)?|rename(at)?|remove|mkdir(at)?|rmdir'
             r'|mkstemp|mkdtemp|tmpfile|chmod|fchmod|chown|truncate|ftruncate|fsync|f?l?stat(at|x)?|access|readdir|scandir|mmap'
             r'|g_file_.*|g_f?open|g_fopen|g_creat|g_unlink|g_rename|g_remove|g_mkdir.*|g_rmdir|g_l?stat|g_access|g_chmod'
             r'|g_dir_.*|g_mapped_file_new.*|g_key_file_(load|save)_.*|g_io_channel_new_file|g_.*_(input|output)_stream_.*',
    'clock': r'time|gettimeofday|clock|clock_gettime|localtime(_r)?|g_get_(real|monotonic)_time|g_date_time_new_now.*'
             r'|g_time_zone_new_local|g_timer_.*|g_date_set_time_.*|stn_clock_new',
    'random': r'rand(om)?(_r)?|srand(om)?|[dlm]rand48|getrandom|getentropy|g_rand_.*|g_random_.*|g_uuid_string_random'
              r'|stn_uid_new_random',
    'gettext': r'd?c?n?gettext|g_d?c?n?p?gettext\d?|g_dpgettext2?|textdomain|bindtextdomain|bind_textdomain_codeset',
    'network': r'socket|connect|bind|listen|accept4?|send(to|msg)?|recv(from|msg)?|getaddrinfo|gethostby.*|res_query'
               r'|g_socket_.*|g_inet_.*|g_network_.*|g_resolver_.*|g_proxy_.*|g_tls_.*|soup_.*|curl_.*',
}
NOWHERE = {'network'}

HEADERS = [
    (r'glib/gi18n(-lib)?\.h|libintl\.h', 'gettext'),
    (r'gio/.*', 'GIO'),
    (r'glib(-object|-unix|/gstdio)?\.h', 'GLib'),
    (r'sqlite3\.h', 'SQLite'),
    (r'json-glib/.*', 'JSON'),
    (r'libnotify/.*', 'notify'),
    (r'(gtk|gdk|gsk)/.*|adwaita\.h', 'GTK'),
    (r'cairo.*\.h|pango/.*', 'cairo'),
    (r'(assert|errno|fcntl|float|inttypes|limits|locale|math|pwd|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings'
     r'|time|unistd|langinfo|link|malloc|spawn|sys/(mman|stat|types|file|resource|timerfd|wait|vfs|statvfs|random))\.h', 'C'),
    (r'linux/magic\.h', 'C'),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


class Room:
    def __init__(self, folder, rooms, libraries, never):
        self.folder, self.name = folder, folder.rpartition('/')[2]
        self.rooms, self.libraries, self.never = rooms, libraries, never


def read_table(text):
    """The rooms of the table, in its order. "all above" stands for every room before."""
    rooms = {}
    problems = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        if not line.startswith('|') or len(cells) != 5 or cells[0] == 'room' or set(cells[0]) <= {'-', ' '}:
            continue
        folder, _, uses, libraries, never = cells
        parts = [part.strip() for part in uses.split(',') if part.strip() not in ('', '–')]
        allowed = set()
        for part in parts:
            if part == 'all above':
                allowed |= set(rooms)
            elif part == 'all of core above':
                allowed |= {name for name, room in rooms.items() if room.folder.startswith('core/')}
            elif part in rooms:
                allowed.add(part)
            else:
                problems.append(f'{folder} may use {part}, which does not stand above it')
        room = Room(folder, allowed, {part.strip() for part in libraries.split(',')} | {'C'},
                    {part.strip() for part in never.split(',') if part.strip() not in ('', '–')} | NOWHERE)
        problems += [f'{folder}: no library is called {word}' for word in room.libraries - set(LIBRARIES) - set(PARTS_OF_GIO)]
        problems += [f'{folder}: nothing is called {word}' for word in room.never - set(REACHES)]
        rooms[room.name] = room
    return rooms, problems


def symbols(*options):
    listed = run(tool('nm'), '--format=posix', *options)
    return {line.split()[0].partition('@')[0] for line in listed.stdout.splitlines()
            if len(line.split()) > 1 and not line.endswith(':')}


def compiler():
    return shlex.split(os.environ.get('CC', 'cc'))


def find_library(name):
    path = run(*compiler(), '-print-file-name=' + name).stdout.strip()
    return path if pathlib.Path(path).is_absolute() else None


def read_libraries():
    provided = {}
    for library, names in LIBRARIES.items():
        for name in names:
            path = find_library(name)
            for symbol in symbols('-D', '--defined-only', path) if path else ():
                provided.setdefault(symbol, library)
    return provided


def plain_name(symbol):
    match = re.fullmatch(r'__(?:isoc99_)?(.+?)(?:_chk|_2|_finite)', symbol)
    name = match.group(1) if match else symbol
    return re.sub(r'64$', '', name)


def judge_symbols(room, undefined, provided, defined):
    """The problems of a room's library: undefined symbols that it may not use."""
    problems = []
    for symbol in sorted(undefined):
        for reach in sorted(room.never):
            if re.fullmatch(REACHES[reach], plain_name(symbol)):
                problems.append(f'{room.folder} calls {symbol}: no {reach} there')
        owner = defined.get(symbol)
        if owner is not None:
            if owner != room.name and owner not in room.rooms:
                problems.append(f'{room.folder} calls {symbol} of room {owner}')
            continue
        library = provided.get(symbol)
        parts = room.libraries & set(PARTS_OF_GIO)
        if library == 'GIO' and any(re.fullmatch(PARTS_OF_GIO[part], symbol) for part in parts):
            continue
        if symbol.startswith(('_GLOBAL_OFFSET_TABLE_', '__asan_', '__ubsan_', '__lsan_', '__sanitizer_', '__cpu_model')):
            continue
        if library not in room.libraries:
            problems.append(f'{room.folder} calls {symbol} of {library or "an unknown library"}')
    return problems


def judge_includes(top, rooms):
    """The problems of the files below @top: includes that a room may not use, and circles."""
    problems = []
    edges = {}
    for path in sorted(top.rglob('*.[ch]')):
        room = room_of(path.relative_to(top), rooms)
        where = path.relative_to(top)
        if room is None:
            problems.append(f'{where}: its folder is no room of the table')
            continue
        for kind, header in INCLUDE.findall(path.read_text(encoding='utf-8')):
            if kind == '<':
                problems += judge_system_header(room, where, header)
                continue
            if '/' in header:
                found = next((top / base / header for base in ('core', 'app', '.') if (top / base / header).exists()), None)
            else:
                found = path.parent / header if (path.parent / header).exists() else None
            if found is None:
                if header != 'stn-config.h' and not header.endswith('-resources.h'):    # made by meson
                    problems.append(f'{where}: no file "{header}"')
                continue
            found = found.resolve().relative_to(top.resolve())
            edges.setdefault(str(where), set()).add(str(found))
            target = room_of(found, rooms)
            if target is not room and target.name not in room.rooms:
                problems.append(f'{where} includes {header} of room {target.name}')
            if room.name == 'pages' and target is room and found.stem.endswith('-page') and found.stem != where.stem:
                problems.append(f'{where} includes {header}: a page does not know another page')
    return problems + find_circles(edges)


def room_of(path, rooms):
    for folder in (path.parent, *path.parent.parents):
        for room in rooms.values():
            if room.folder == str(folder):
                return room
    return None


def judge_system_header(room, where, header):
    library = next((library for pattern, library in HEADERS if re.fullmatch(pattern, header)), None)
    if library is None:
        return [f'{where} includes <{header}> of an unknown library']
    if library == 'gettext':
        return [f'{where} includes <{header}>: no gettext there'] if 'gettext' in room.never else []
    allowed = room.libraries | ({'GIO'} if room.libraries & set(PARTS_OF_GIO) else set())
    return [] if library in allowed else [f'{where} includes <{header}> of {library}']


def find_circles(edges):
    problems = []
    state = {}

    def visit(node, path):
        if state.get(node) == 'done':
            return
        if node in path:
            problems.append('circle: ' + ' -> '.join(path[path.index(node):] + [node]))
            return
        for target in sorted(edges.get(node, ())):
            visit(target, path + [node])
        state[node] = 'done'

    for node in sorted(edges):
        visit(node, [])
    return problems


def objects_of(room):
    """What the room's libraries are made of; programs that stand in its folder are no part of it."""
    return sorted((BUILD / 'src' / room.folder).glob('libstn-*.a.p/*.o'))


def check_tree(rooms, provided, defined):
    for room in rooms.values():
        objects = objects_of(room)
        check(f'/rooms/symbols/{room.folder}',
              judge_symbols(room, symbols('-u', *objects) - symbols('--defined-only', *objects), provided, defined)
              if objects else [f'no library in src/{room.folder} of the build folder'])
    check('/rooms/includes', judge_includes(SOURCE / 'src', rooms))


# What runs all day is small: it has another program read and write the diary.
NOT_IN_REMINDER = {'knowledge', 'analysis', 'flags', 'chart', 'exchange', 'card', 'present', 'widgets', 'pages', 'app', 'cli'}


def judge_program(names, defined, libraries):
    problems = [f'it has {name} of room {defined[name]}' for name in sorted(names) if defined.get(name) in NOT_IN_REMINDER]
    return problems + [f'it loads {library}' for library in libraries if re.search(r'gtk|adwaita|cairo|pango|sqlite|json-glib', library)]


def check_reminder(defined):
    program = BUILD / 'src/reminder/stillnight-reminder'
    loads = run(tool('ldd'), program).stdout.split()
    check('/rooms/program/reminder', judge_program(symbols('--defined-only', program), defined, loads))
    must_find('/rooms/planted/reminder-analysis', judge_program({'stn_analysis_run'}, {'stn_analysis_run': 'analysis'}, []),
              'analysis')
    must_find('/rooms/planted/reminder-gtk', judge_program(set(), {}, ['libgtk-4.so.1']), 'gtk')
    must_find('/rooms/planted/reminder-sqlite', judge_program(set(), {}, ['libsqlite3.so.0']), 'sqlite')


PLANTED_CALLS = [
    ('analysis', 'void *fopen (const char *, const char *); void *x (void) { return fopen ("a", "b"); }', ['fopen', 'files']),
    ('analysis', 'long time (long *); long x (void) { return time (0); }', ['time', 'clock']),
    ('analysis', 'long random (void); long x (void) { return random (); }', ['random']),
    ('analysis', 'int sqlite3_step (void *); int x (void) { return sqlite3_step (0); }', ['sqlite3_step', 'SQLite']),
    ('model', 'void *g_file_new_for_path (const char *); void *x (void) { return g_file_new_for_path ("a"); }',
     ['g_file_new_for_path', 'files']),
    ('base', 'void stn_night_free (void *); void x (void) { stn_night_free (0); }', ['stn_night_free', 'room model']),
    ('store', 'char *gettext (const char *); char *x (void) { return gettext ("a"); }', ['gettext']),
    ('present', 'void gtk_init (void); void x (void) { gtk_init (); }', ['gtk_init', 'GTK']),
    ('diary', 'int socket (int, int, int); int x (void) { return socket (1, 1, 0); }', ['socket', 'network']),
    ('cli', 'int nobody_knows (void); int x (void) { return nobody_knows (); }', ['nobody_knows', 'unknown']),
]


def check_planted_calls(rooms, provided, defined):
    with tempfile.TemporaryDirectory() as folder:
        for name, code, words in PLANTED_CALLS:
            obj = pathlib.Path(folder) / 'planted.o'
            subprocess.run([*compiler(), '-w', '-c', '-x', 'c', '-o', str(obj), '-'], input=code, text=True, check=True)
            must_find(f'/rooms/planted/{name}-{words[0]}', judge_symbols(rooms[name], symbols('-u', obj), provided, defined),
                      *words)


PLANTED_FILES = [
    ('model-includes-store', {'core/model/stn-a.c': '#include "store/stn-b.h"\n', 'core/store/stn-b.h': ''}, ['stn-a.c', 'store']),
    ('base-includes-gtk', {'core/base/stn-a.c': '#include <gtk/gtk.h>\n'}, ['stn-a.c', 'GTK']),
    ('store-includes-gettext', {'core/store/stn-a.c': '#include <glib/gi18n.h>\n'}, ['stn-a.c', 'gettext']),
    ('page-includes-page', {'app/pages/stn-a-page.c': '#include "pages/stn-b-page.h"\n', 'app/pages/stn-b-page.h': ''}, ['another page']),
    ('unknown-room', {'core/drawer/stn-a.c': ''}, ['no room']),
    ('unknown-library', {'core/base/stn-a.c': '#include <curl/curl.h>\n'}, ['unknown library']),
    ('circle', {'core/base/stn-a.h': '#include "base/stn-b.h"\n', 'core/base/stn-b.h': '#include "base/stn-a.h"\n'}, ['circle']),
]


def check_planted_files(rooms):
    for name, files, words in PLANTED_FILES:
        with tempfile.TemporaryDirectory() as folder:
            top = pathlib.Path(folder)
            for path, text in files.items():
                (top / path).parent.mkdir(parents=True, exist_ok=True)
                (top / path).write_text(text)
            must_find(f'/rooms/planted/{name}', judge_includes(top, rooms), *words)


def main():
    rooms, problems = read_table((SOURCE / 'src/README.md').read_text(encoding='utf-8'))
    check('/rooms/table', problems or ([] if len(rooms) > 10 else ['the table of src/README.md has no rooms']))
    _, problems = read_table('| a | x | b | GLib | – |\n| b | x | a | GLib | – |')
    must_find('/rooms/planted/table-circle', problems, 'a may use b')
    provided = read_libraries()
    check('/rooms/libraries', [f'{library} was not found' for library in LIBRARIES if library not in provided.values()])
    defined = {}
    for room in rooms.values():
        for symbol in symbols('--defined-only', '-g', *objects_of(room)) if objects_of(room) else ():
            defined[symbol] = room.name
    check_tree(rooms, provided, defined)
    check_reminder(defined)
    check_planted_calls(rooms, provided, defined)
    check_planted_files(rooms)


main()
