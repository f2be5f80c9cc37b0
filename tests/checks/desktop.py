#!/usr/bin/env python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop and a software shop read about the program: desktop file, metainfo, D-Bus service, settings, icons."""
import configparser
import datetime
import re
import struct
import tempfile
import pathlib
import xml.etree.ElementTree as ET

from tap import APP_ID, BUILD, SOURCE, check, must_find, run, said, tool

DATA = SOURCE / 'data'
META = ET.parse(BUILD / f'data/{APP_ID}.metainfo.xml').getroot()
# What appstreamcli 0.16 still calls pedantic or unknown though shops ask for it.
KNOWN_REMARKS = ['cid-contains-uppercase-letter', 'unknown-tag developer', 'developer-name-tag-deprecated']


def text(path):
    node = META.find(path)
    return (node.text or '').strip() if node is not None else ''


def appstream_remarks(path):
    done = run(tool('appstreamcli'), 'validate', '--no-net', '--pedantic', '--no-color', path)
    remarks = [line.strip() for line in done.stdout.splitlines() if re.match(r'[EWIP]: ', line.strip())]
    return [line for line in remarks if not any(known in line for known in KNOWN_REMARKS)]


def desktop_entry(path):
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def check_desktop_file():
    path = BUILD / f'data/{APP_ID}.desktop'
    said_by_tool = run(tool('desktop-file-validate'), path)
    errors = [line for line in said_by_tool.stdout.splitlines() if ': hint: ' not in line]
    check('/desktop/file/validates', errors if said_by_tool.returncode == 0 else [said_by_tool.stdout])
    entry = desktop_entry(path)['Desktop Entry']
    problems = [f'{key} is missing' for key in
                ('Name', 'Comment', 'Icon', 'Exec', 'Categories', 'Keywords', 'StartupNotify') if not entry.get(key)]
    problems += [f'{key} must not be there' for key in ('NoDisplay', 'Hidden', 'OnlyShowIn') if key in entry]
    if entry.get('Icon') != APP_ID:
        problems.append('Icon is not the application id')
    if entry.get('DBusActivatable') != 'true':
        problems.append('not DBusActivatable, though there is a D-Bus service')
    check('/desktop/file/entries', problems)
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.desktop'
        planted.write_text('[Desktop Entry]\nType=Application\nExec=x\n')
        must_find('/desktop/planted/file-without-name', said('desktop-file-validate', planted), 'Name')


def check_metainfo():
    check('/desktop/metainfo/validates', appstream_remarks(BUILD / f'data/{APP_ID}.metainfo.xml'))
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.metainfo.xml'
        planted.write_text((BUILD / f'data/{APP_ID}.metainfo.xml').read_text().replace('CC0-1.0</metadata', 'GPL</metadata'))
        must_find('/desktop/planted/metainfo-licence', appstream_remarks(planted), 'metadata-license')
    summary, name = text('summary'), text('name')
    problems = []
    if not 1 <= len(name) <= 15:
        problems.append('name: 1 to 15 characters')
    if not 10 <= len(summary) <= 35 or summary.endswith('.') or re.match(r'(A|An|The) ', summary) or name in summary:
        problems.append('summary: 10 to 35 characters, no full stop, no article first, not the name')
    if META.find('developer/name') is None or META.find('developer').get('id') is None:
        problems.append('developer with id and name is missing')
    for kind in ('homepage', 'bugtracker', 'vcs-browser', 'help', 'translate', 'contribute'):
        if META.find(f"url[@type='{kind}']") is None:
            problems.append(f'url {kind} is missing')
    if META.find("content_rating[@type='oars-1.1']") is None:
        problems.append('content rating is missing')
    if {node.text for node in META.findall('supports/control')} != {'keyboard', 'pointing', 'touch'}:
        problems.append('controls: keyboard, pointing, touch')
    if text('requires/display_length') != '360':
        problems.append('display_length ge 360 is missing')
    if text("translation[@type='gettext']") != 'stillnight':
        problems.append('translation domain is missing')
    check('/desktop/metainfo/what-shops-ask', problems)


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_branding():
    colours = {node.get('scheme_preference'): node.text for node in META.findall('branding/color')}
    problems = [] if set(colours) == {'light', 'dark'} else ['one colour for light and one for dark']
    if not problems and luminance(colours['light']) < 4 * luminance(colours['dark']):
        problems.append('the light colour is not clearly lighter than the dark one')
    check('/desktop/metainfo/branding', problems)


def png_size(path):
    head = path.read_bytes()[:24]
    return struct.unpack('>II', head[16:24]) if head[:8] == b'\x89PNG\r\n\x1a\n' else (0, 0)


def check_screenshots():
    problems = []
    shots = META.findall('screenshots/screenshot')
    if not 3 <= len(shots) <= 6:
        problems.append(f'{len(shots)} screenshots; 3 to 6 are asked for')
    for shot in shots:
        caption = (shot.findtext('caption') or '').strip()
        address = (shot.findtext('image') or '').strip()
        if not caption or caption.endswith('.') or len(caption) > 100:
            problems.append(f'caption "{caption}": one sentence without full stop')
        path = SOURCE / 'data/screenshots' / address.rpartition('/')[2]
        if f'/v{META.find("releases/release").get("version")}/' not in address:
            problems.append(f'{address} does not point to the tag of this version')
        if not path.exists():
            problems.append(f'{path.name} is not in data/screenshots')
            continue
        width, height = png_size(path)
        if not (620 <= width <= 1000 and 300 <= height <= 700):
            problems.append(f'{path.name} is {width} x {height}; at most 1000 x 700')
    check('/desktop/metainfo/screenshots', problems)


def check_versions():
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    releases = META.findall('releases/release')
    news = re.findall(r'^## (\S+)(?: - (\S+))?', (SOURCE / 'NEWS.md').read_text(encoding='utf-8'), re.M)
    problems = []
    if not releases or releases[0].get('version') != version:
        problems.append(f'meson.build says {version}, metainfo says {releases[0].get("version") if releases else "nothing"}')
    if not news or news[0][0] != version:
        problems.append(f'meson.build says {version}, NEWS.md begins with {news[0][0] if news else "nothing"}')
    if [(release.get('version'), release.get('date')) for release in releases] != news:
        problems.append('NEWS.md and metainfo do not list the same versions and dates')
    dates = [datetime.date.fromisoformat(release.get('date')) for release in releases]
    if dates != sorted(dates, reverse=True):
        problems.append('the newest release does not stand first')
    for release in releases:
        if not ''.join(release.find('description').itertext()).strip():
            problems.append(f'release {release.get("version")} has no notes')
    check('/desktop/versions-agree', problems)


def check_settings():
    check('/desktop/settings/validates', said('glib-compile-schemas', '--strict', '--dry-run', DATA))
    with tempfile.TemporaryDirectory() as folder:
        planted = pathlib.Path(folder) / 'x.gschema.xml'
        planted.write_text('<schemalist><schema id="x"><key name="a" type="i"><default>no</default></key></schema></schemalist>')
        must_find('/desktop/planted/settings-default', said('glib-compile-schemas', '--strict', '--dry-run', folder), 'default')
    schema = ET.parse(DATA / f'{APP_ID}.gschema.xml').getroot().find('schema')
    problems = []
    if schema.get('id') != APP_ID or schema.get('path') != '/' + APP_ID.replace('.', '/') + '/':
        problems.append('id and path are not those of the application')
    for key in schema.findall('key'):
        if key.get('type') != 'b' and key.find('range') is None and key.find('choices') is None:
            problems.append(f'{key.get("name")}: neither range nor choices')
        if not key.findtext('summary'):
            problems.append(f'{key.get("name")}: no summary')
    check('/desktop/settings/keys', problems)


def check_one_id():
    problems = []
    if not re.fullmatch(r'io\.github\.[a-z]\w*\.[A-Za-z_]\w*', APP_ID):
        problems.append('not a valid application id')
    if text('id') != APP_ID or text('launchable') != APP_ID + '.desktop':
        problems.append('metainfo: id or launchable')
    service = desktop_entry(BUILD / f'data/{APP_ID}.service')['D-BUS Service']
    if service.get('Name') != APP_ID or not service.get('Exec', '').endswith('/stillnight --gapplication-service'):
        problems.append('D-Bus service: name or command')
    reminder = desktop_entry(BUILD / f'data/{APP_ID}.Reminder.service')['D-BUS Service']
    if reminder.get('Name') != APP_ID + '.Reminder' or not reminder.get('Exec', '').endswith('/stillnight-reminder'):
        problems.append('D-Bus service of the reminders: name or command')
    if f"released_id = '{APP_ID}'" not in (SOURCE / 'meson.build').read_text():
        problems.append('meson.build')
    prefix = '/' + APP_ID.replace('.', '/')
    for path in sorted((SOURCE / 'ui').glob('*.gresource.xml')):
        for resource in ET.parse(path).getroot().iter('gresource'):
            if not resource.get('prefix', '').startswith(prefix):
                problems.append(f'{path.name}: prefix {resource.get("prefix")}')
    for path in (f'scalable/apps/{APP_ID}.svg', f'symbolic/apps/{APP_ID}-symbolic.svg'):
        if not (DATA / 'icons/hicolor' / path).is_file():
            problems.append(f'no icon {path}')
    for path in sorted((DATA / 'icons').rglob('*')):
        if path.is_file() and path.suffix != '.svg':
            problems.append(f'{path.name}: only SVG in scalable and symbolic')
    check('/desktop/one-id-everywhere', problems)


def check_xml():
    files = [path for pattern in ('ui/*.ui', 'ui/*/*.ui', 'ui/*.xml', 'data/*.xml*', 'data/**/*.svg', 'data/knowledge/*.xml')
             for path in sorted(SOURCE.glob(pattern))]
    check('/desktop/xml-is-well-formed', said('xmllint', '--noout', '--nonet', *files))
    must_find('/desktop/planted/broken-xml', said('xmllint', '--noout', '-', input='<a>'), 'Premature end')


check_desktop_file()
check_metainfo()
check_branding()
check_screenshots()
check_versions()
check_settings()
check_one_id()
check_xml()
