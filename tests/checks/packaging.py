#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program may reach: the Flatpak's permissions, and the libraries that the built programs load."""
import json
import pathlib
import re
import tempfile

from tap import APP_ID, BUILD, SOURCE, check, must_find, run, tool

PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}
# Libraries made to talk to other computers. (GIO can, as part of GLib; tests/checks/rooms.py shows that nobody calls that.)
NETWORK_LIBRARIES = re.compile(r'lib(soup|curl|nghttp2|ssl|gnutls|rest|websockets|neon|ssh2?|zmq|mosquitto|event|uv|nice)\b')
# What each program may name itself as needed.
NEEDED = {
    'src/cli/stillnight-cli': r'lib(c|m|glib-2\.0|gobject-2\.0|gio-2\.0|sqlite3|json-glib-1\.0|pango-1\.0'
                              r'|pangocairo-1\.0|cairo)\.so.*',
    'src/app/stillnight': r'lib(c|m|glib-2\.0|gobject-2\.0|gio-2\.0|sqlite3|json-glib-1\.0|gtk-4|adwaita-1|pango-1\.0'
                          r'|pangocairo-1\.0|cairo|cairo-gobject|gdk_pixbuf-2\.0|harfbuzz|graphene-1\.0)\.so.*',
}


def list_under(key, text):
    """The items of a block list in a simple YAML file."""
    match = re.search(rf'^(\s*){key}:\n((?:\1  - .*\n|\s*#.*\n)+)', text, re.M)
    return re.findall(r'^\s*- (.*)$', match.group(2), re.M) if match else []


def manifest_problems(text):
    problems = []
    permissions = list_under('finish-args', text)
    if set(permissions) != PERMISSIONS or len(permissions) != len(PERMISSIONS):
        problems.append(f'finish-args are {permissions}')
    if re.search(r'^\s*build-args:', text, re.M) or '--share=network' in text:
        problems.append('network while building')
    if not re.search(rf'^id: {re.escape(APP_ID)}$', text, re.M):
        problems.append('id is not the application id')
    if not re.search(r'^command: stillnight$', text, re.M):
        problems.append('command is not stillnight')
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    if not re.search(rf'^\s+tag: v{re.escape(version)}$', text, re.M) or not re.search(r"^\s+commit: '[0-9a-f]{40}'$", text, re.M):
        problems.append('the source needs the tag of this version and its commit')
    if re.search(r'^\s*(- )?type: dir', text, re.M):
        problems.append('source from a folder')
    if '\t' in text:
        problems.append('tab')
    return problems


# Nobody's, by RFC 2606: who packages the program for others writes their own there.
MAINTAINER = 'The Stillnight authors <stillnight@example.org>'


def debian_problems(control, changelog):
    """The Debian package is of this version, and asks for what ./dev installs to build and test."""
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    problems = [] if changelog.startswith(f'stillnight ({version}-') else [f'data/debian/changelog begins with another than {version}']
    problems += [f'data/debian/{name} runs when the package comes or goes: no script of ours may come near a diary' for name in
                 ('preinst', 'postinst', 'prerm', 'postrm') if list((SOURCE / 'data/debian').glob(f'*{name}'))]
    problems += [f'{name} does not name {MAINTAINER}' for name, text, before in
                 (('control', control, 'Maintainer: '), ('changelog', changelog, ' -- ')) if before + MAINTAINER not in text]
    asked = set(re.findall(r'^(?:Build-Depends:)?\s+([a-z0-9.+-]+)', control.split('Standards-Version')[0], re.M))
    script = (SOURCE / 'dev').read_text(encoding='utf-8')
    for table in ('build_needs', 'screen_needs', 'test_needs'):
        rows = re.search(rf"^{table}='\n(.*?)'", script, re.M | re.S).group(1).splitlines()
        problems += [f'data/debian/control does not ask for {row.split()[1]}' for row in rows
                     if row.split()[1] not in asked | {'gcc', 'ninja-build'}]
    return problems


def installed_problems(paths):
    """What a program of the desktop brings along, by the places where the desktop looks."""
    wanted = [f'applications/{APP_ID}.desktop', f'metainfo/{APP_ID}.metainfo.xml', f'dbus-1/services/{APP_ID}.service',
              f'glib-2.0/schemas/{APP_ID}.gschema.xml', f'licenses/{APP_ID}/COPYING', 'icons/hicolor',
              'help/C/stillnight/index.page', 'help/de/stillnight/index.page', 'help/es/stillnight/index.page',
              'man/man1/stillnight.1', 'man/man1/stillnight-cli.1',
              'bash-completion/completions/stillnight-cli', 'zsh/site-functions/_stillnight-cli',
              'fish/vendor_completions.d/stillnight-cli.fish']
    wanted += [f'man/man1/{path.rpartition("/")[2]}.1' for path in paths if '/bin/' in path]
    return [f'share/{name} is not installed' for name in wanted if not any(path.endswith('/share/' + name) for path in paths)] + \
        [f'{path} is installed' for path in paths if not re.search('/(bin|share|libexec|etc)/', path)]


def path_problems(path):
    """A program says nothing of the folder that it was built in; what only a debugger reads may."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = pathlib.Path(folder) / 'stripped'
        run(tool('objcopy'), '--strip-debug', path, stripped)
        found = set(re.findall(rb'(?<![\w./-])' + re.escape(str(SOURCE).encode()) + rb'/[\w./-]*', stripped.read_bytes()))
    return [f'{path.name} names {text.decode()}' for text in sorted(found)]


def hardening_problems(path):
    """As hardening-check asks: anywhere in memory, tables that cannot be written, guarded stacks, and calls that know their limits.
    That all of it is bound at the start comes with the flags of Debian's package and of the Flatpak's runtime."""
    read = run(tool('readelf'), '--file-header', '--program-headers', '--dynamic', '--dyn-syms', '--wide', path).stdout
    wanted = {r'Type:\s+DYN': 'position independent', 'GNU_RELRO': 'read-only relocations', '__stack_chk_fail': 'guarded stacks'}
    if path.name == 'stillnight-cli':   # the others call nothing of which the compiler knows the limits
        wanted[r'__\w+_chk@'] = 'checked calls'
    problems = [f'{path.name} has no {name}' for pattern, name in wanted.items() if not re.search(pattern, read)]
    return problems + [f'{path.name} has a stack that runs'] * bool(re.search(r'GNU_STACK.*RWE', read))


def sandbox_problems(name, text):
    """Files are opened through the portal's dialog alone, in one place, and no list of recent files is kept."""
    problems = [f'{name}: {call}' for call in re.findall(r'\b(gtk_recent_manager_\w+|gtk_file_chooser_dialog_new'
                                                       r'|gtk_file_chooser_widget_new|g_bookmark_file_\w+)\b', text)]
    return problems + [f'{name}: gtk_file_chooser_native_new'] * ('gtk_file_chooser_native_new' in text and
                                                                not name.endswith('stn-file-dialog.c'))


def needed(path):
    listed = run(tool('readelf'), '--dynamic', '--wide', path)
    return re.findall(r'\(NEEDED\).*\[(.*)\]', listed.stdout)


def closure(path):
    """The libraries that the program loads, those of its libraries too; never runs the program."""
    listed = run(tool('ldd'), path)
    return re.findall(r'^\s*(\S+) ', listed.stdout, re.M)


def closure_problems(path):
    return [f'{path.name} loads {name}' for name in closure(path) if NETWORK_LIBRARIES.match(name)]


def main():
    manifest = (SOURCE / f'flatpak/{APP_ID}.yml').read_text(encoding='utf-8')
    check('/packaging/flatpak', manifest_problems(manifest))
    must_find('/packaging/planted/permission',
              manifest_problems(manifest.replace('  - --device=dri\n', '  - --device=dri\n  - --share=network\n')), 'finish-args')
    control, changelog = [(SOURCE / 'data/debian' / name).read_text(encoding='utf-8') for name in ('control', 'changelog')]
    check('/packaging/debian', debian_problems(control, changelog))
    must_find('/packaging/planted/debian', debian_problems(control.replace('libsqlite3-dev', 'x'), changelog), 'libsqlite3-dev')
    must_find('/packaging/planted/folder', manifest_problems(manifest.replace('type: git', 'type: dir')), 'folder')

    plan = json.loads(run(tool('meson'), 'introspect', '--installed', BUILD).stdout)
    check('/packaging/installed', installed_problems(list(plan.values())))
    must_find('/packaging/planted/installed', installed_problems(['/usr/share/x', '/usr/lib/y']), 'metainfo')
    sources = {path.name: path.read_text(encoding='utf-8') for path in (SOURCE / 'src').rglob('*.c')}
    check('/packaging/sandbox', [problem for name, text in sources.items() for problem in sandbox_problems(name, text)])
    must_find('/packaging/planted/sandbox', sandbox_problems('x.c', 'gtk_recent_manager_get_default ()'), 'x.c')
    must_find('/packaging/planted/file-dialog', sandbox_problems('x.c', 'gtk_file_chooser_native_new ('), 'x.c')
    options = {one['name']: one['value'] for one in json.loads(run(tool('meson'), 'introspect', '--buildoptions', BUILD).stdout)}
    is_checked = options['optimization'] not in ('0', 'g') and options['b_sanitize'] == 'none'
    rules = (SOURCE / 'data/debian/rules').read_text(encoding='utf-8')
    check('/packaging/hardening', [problem for name in (*NEEDED, 'src/reminder/stillnight-reminder')
                                   for problem in hardening_problems(BUILD / name)] * is_checked
          + ['data/debian/rules: not hardening=+all'] * ('hardening=+all' not in rules))
    must_find('/packaging/planted/hardening', hardening_problems(next((BUILD / 'src/core/base').rglob('*.o'))), 'position independent')
    for name in NEEDED:
        check(f'/packaging/build-folder/{pathlib.Path(name).name}', path_problems(BUILD / name))
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'planted'
        run(tool('objcopy'), '--add-section', f'.planted={SOURCE / "meson.build"}', BUILD / 'src/cli/stillnight-cli', planted)
        (pathlib.Path(folder) / 'text').write_text(str(SOURCE / 'x.c'))
        run(tool('objcopy'), '--update-section', f'.planted={folder}/text', planted)
        must_find('/packaging/planted/build-folder', path_problems(planted), 'x.c')

    for name, allowed in NEEDED.items():
        path = BUILD / name
        names = needed(path)
        check(f'/packaging/libraries/{path.name}', [] if names and all(re.fullmatch(allowed, part) for part in names) else
              [f'{path.name} needs {part}' for part in names or ['nothing?'] if not re.fullmatch(allowed, part)])
    # GTK itself may load a printing library that knows networks, so only the command line's closure is closed.
    check('/packaging/no-network-libraries', closure_problems(BUILD / 'src/cli/stillnight-cli'))
    must_find('/packaging/planted/network-library', [f'x loads {name}' for name in ('libsoup-3.0.so.0', 'libc.so.6')
                                                     if NETWORK_LIBRARIES.match(name)], 'libsoup')


main()
