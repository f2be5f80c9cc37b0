# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What analyze --json prints, held against its schema."""
import json

from tap import SOURCE

SCHEMA = json.loads((SOURCE / 'tests' / 'fixtures' / 'analysis-1.schema.json').read_text())


def mismatches(item, schema, path='$'):
    """Against the part of JSON Schema that tests/fixtures/analysis-1.schema.json uses."""
    kinds = {'object': dict, 'array': list, 'string': str, 'boolean': bool, 'null': type(None)}

    def has_kind(kind):
        if kind in ('number', 'integer'):
            whole = isinstance(item, int) or isinstance(item, float) and item.is_integer()
            return isinstance(item, (int, float)) and not isinstance(item, bool) and (kind == 'number' or whole)
        return isinstance(item, kinds[kind])

    allowed = schema.get('type', [])
    found = []
    if allowed and not any(has_kind(kind) for kind in ([allowed] if isinstance(allowed, str) else allowed)):
        return [f'{path}: {item!r} is not {allowed}']
    if 'enum' in schema and item not in schema['enum']:
        found.append(f'{path}: {item!r} is none of {schema["enum"]}')
    if 'minimum' in schema and item is not None and item < schema['minimum']:
        found.append(f'{path}: {item} is below {schema["minimum"]}')
    if isinstance(item, dict):
        found += [f'{path}: no {key}' for key in schema['required'] if key not in item]
        found += [f'{path}: {key} is unknown' for key in item if key not in schema['properties']]
        found += [problem for key, part in schema['properties'].items() if key in item
                  for problem in mismatches(item[key], part, f'{path}.{key}')]
    if isinstance(item, list):
        found += [problem for i, part in enumerate(item) for problem in mismatches(part, schema['items'], f'{path}[{i}]')]
    return found
