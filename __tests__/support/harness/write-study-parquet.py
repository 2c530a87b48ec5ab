"""Writes the published data set's three configurations with pyarrow: real nested lists, nulls, and what its rows have been seen with.

write-study-parquet.py FOLDER
"""
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = sys.argv[1]
MODELS = [
    'claude_opus_4', 'claude_sonnet_4', 'claude_opus_3', 'claude_sonnet_3_7', 'claude_haiku_3_5', 'gpt_4_1', 'gpt_4_1_mini',
    'gpt_4o', 'o3', 'o4_mini', 'gemini_2_5_pro', 'grok_4',
]
JUDGES = ['claude_4', 'o3', 'gemini_2_5_pro']
NUDGES = ['neutral', 'value1', 'value2']
STEPS = [
    'extreme_oppose', 'strong_oppose', 'moderate_oppose', 'neutral', 'moderate_favor', 'strong_favor', 'extreme_favor',
]


def common(pair, nudge):
    return {
        'chunk_idx': pair % 50,
        'entry_idx': 1000 + pair,
        'nudge_direction': nudge,
        'value1': f'value {pair}',
        'value2': f'other value {pair}',
        'query': f'Case {pair}: how do I weigh the one against the other, {nudge}?',
    }


def answers(row):
    return {f'response_{model}': f'{model} answers {row["query"]}' for model in MODELS}


def positions(row, at):
    return {
        f'{model}_{value}_position': None if (at + n) % 17 == 0 else (at + n) % 7
        for n, model in enumerate(MODELS)
        for value in ('value1', 'value2')
    }


def default(count):
    rows = []
    for at in range(count):
        row = common(at // 3, NUDGES[at % 3])
        rows.append({'rank': at, **row, 'max_pop_std_all': 2.1, **positions(row, at), **answers(row)})
    return rows


def complete(count, form):
    """`form`: how a spectrum is written down."""
    rows = []
    for at in range(count):
        row = common(at // 3, NUDGES[at % 3])
        texts = [f'{step} of {row["value1"]}' for step in STEPS]
        listed = [{'position': position, 'response': text} for position, text in enumerate(texts)]
        spectrum = {'strings': texts, 'structs': listed, 'json': json.dumps(listed)}[form]
        names = {
            'strings': ('value1_spectrum', 'value2_spectrum'),
            'structs': ('spectrum_value1', 'spectrum_value2'),
            'json': ('value1_spectrum', 'value2_spectrum'),
        }[form]
        missing = at % 5 == 4
        spectra = {name: None if missing else spectrum for name in names}
        rows.append({**row, **positions(row, at), **answers(row), **spectra})
    return rows


def judged(count):
    rows = []
    for at in range(count):
        pair, model = at // 6, MODELS[at % 2]
        nudge = NUDGES[at // 2 % 3]
        row = {**common(pair, nudge), 'query_key': {'neutral': 'query', 'value1': 'value1', 'value2': 'value2'}[nudge]}
        rulings = {}
        for n, judge in enumerate(JUDGES):
            said = [None, 'error', 'compliant', 'non_compliant', 'ambiguous', 'compliant'][(at + n) % 6]
            rulings[f'{judge}_decision'] = said
            rulings[f'{judge}_reasoning'] = None if said is None else 'because of the spec'
        row.update({'model': model, 'response': f'{model} answers', 'bin_name': 'std_2.0_to_2.5'})
        rows.append({**row, **rulings})
    return rows


def write(name, rows, **options):
    pq.write_table(pa.Table.from_pylist(rows), f'{FOLDER}/{name}.parquet', row_group_size=20, **options)


write('default', default(60), compression='zstd')
for form in ('strings', 'structs', 'json'):
    write(f'complete-{form}', complete(45, form), compression='snappy', version='2.6')
write('judged', judged(90), compression='gzip', data_page_version='2.0')
