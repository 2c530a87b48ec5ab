// Every format but Parquet: what becomes a scenario, what is rejected and why, and that nothing is guessed.
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import type { ByteSource } from '../../../src/core/byte-source.ts';
import type { ImportEvent } from '../../../src/bank/import/import-event.ts';
import { importScenarios, type ImportOptions } from '../../../src/bank/import/import-scenarios.ts';

function sourceOf(name: string, text: string | Uint8Array<ArrayBuffer>): ByteSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    byteLength: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.slice(start, end).buffer),
  };
}

async function importText(
  name: string,
  text: string | Uint8Array<ArrayBuffer>,
  options: Pick<ImportOptions, 'map'> = {},
): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of importScenarios({ source: sourceOf(name, text), ...options })) events.push(event);
  return events;
}

const scenariosIn = (events: readonly ImportEvent[]) =>
  events.flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : []));
const rejectsIn = (events: readonly ImportEvent[]) =>
  events.flatMap((event) => (event.kind === 'reject' ? [`${event.row}: ${event.reason}`] : []));
const lines = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('as public data sets come', () => {
  const asked = async (name: string, text: string) =>
    scenariosIn(await importText(name, text)).map(({ messages }) => messages.map(({ content }) => content));

  test.each([
    ['a name that ends in prompt (StrongREJECT)', 'a.csv', 'category,source,forbidden_prompt\nx,y,A?\n', [['A?']]],
    [
      'an instruction and its input (Alpaca)',
      'a.json',
      [{ instruction: 'Sum up', input: 'Text.', output: 'T' }],
      [['Sum up\n\nText.']],
    ],
    ['an instruction without input', 'a.json', [{ instruction: 'Write.', input: '', output: 'T' }], [['Write.']]],
    [
      'a behavior and its context (HarmBench)',
      'a.csv',
      'Behavior,Tags,ContextString,BehaviorID\nDo it.,t,Here.,b_1\nDo that.,t,,b_2\n',
      [['Here.\n\nDo it.'], ['Do that.']],
    ],
    ['the turns of a user (MT-Bench)', 'a.jsonl', '{"question_id":81,"turns":["Write.","Again."]}\n', [['Write.']]],
    ['JSON Lines called .json', 'a.json', '{"prompt":"A?"}\n{"prompt":"B?"}\n', [['A?'], ['B?']]],
    ['a list in an object', 'a.json', { version: 1, data: [{ prompt: 'A?' }] }, [['A?']]],
    [
      'a page of a data set’s viewer',
      'a.json',
      { features: [{ name: 'prompt' }], rows: [{ row_idx: 0, row: { prompt: 'A?' }, truncated_cells: [] }] },
      [['A?']],
    ],
    ['a list of texts', 'a.json', ['A?', 'B?'], [['A?'], ['B?']]],
    ['a list of texts in YAML', 'a.yml', '- A?\n- |\n  B,\n  or not?\n', [['A?'], ['B,\nor not?\n']]],
    ['a list of texts in an object in YAML', 'a.yaml', 'about: harm\nqueries: [A?, B?]\n', [['A?'], ['B?']]],
    [
      'the test cases of a promptfoo config',
      'promptfooconfig.yaml',
      'prompts: ["{{question}}"]\nproviders: [{ id: openai:x }]\ntests:\n  - vars: { question: A? }\n    assert: [{ type: is-json }]\n  - description: two\n    vars: { question: B? }\n',
      [['A?'], ['B?']],
    ],
    ['a bank line as YAML', 'a.yaml', '- id: x\n  query: A?\n  clauses: [kind]\n', [['A?']]],
    [
      'an instruction and its context (Dolly)',
      'a.json',
      [{ instruction: 'Sum up', context: 'T.' }],
      [['Sum up\n\nT.']],
    ],
    ['a question about a text (SQuAD)', 'a.json', [{ context: 'T.', question: 'Who?' }], [['T.\n\nWho?']]],
    ['inputs of a data set (LangSmith)', 'a.json', [{ inputs: { question: 'A?' }, outputs: { text: 'T' } }], [['A?']]],
    [
      'inputs that are messages (LangSmith)',
      'a.json',
      [{ inputs: { messages: [{ role: 'user', content: 'A?' }] } }],
      [['A?']],
    ],
    ['an input of fields (Braintrust)', 'a.json', [{ id: 'r', input: { question: 'A?' }, expected: 'T' }], [['A?']]],
    ['an item (evals of OpenAI’s API)', 'a.jsonl', '{"item":{"question":"A?","truth":"T"}}\n', [['A?']]],
    [
      'requests of a batch',
      'a.jsonl',
      '{"custom_id":"r","body":{"model":"m","messages":[{"role":"user","content":"A?"}]}}\n',
      [['A?']],
    ],
    ['samples of lm-eval', 'a.jsonl', '{"doc_id":0,"doc":{"question":"A?"},"target":"T","acc":1}\n', [['A?']]],
    [
      'one turn a row, the assistant’s left out (OpenAssistant)',
      'a.json',
      [
        { text: 'A?', role: 'prompter' },
        { text: 'T', role: 'assistant' },
      ],
      [['A?']],
    ],
    ['a table that names its sign (Excel)', 'a.csv', 'sep=;\r\nprompt;x\r\nA, or?;1\r\n', [['A, or?']]],
    ['a table of bars', 'a.csv', 'id|prompt\n1|A, or?\n', [['A, or?']]],
    ['a table of tabs saved as text', 'a.txt', 'id\tprompt\n1\tA?\n', [['A?']]],
    ['queries of which one has a tab', 'a.txt', 'A\tB?\nC?\n', [['A\tB?'], ['C?']]],
    ['a table of tabs', 'a.tsv', 'id\tprompt\n1\tA?\n', [['A?']]],
  ])('%s', async (_name, file, content, expected) => {
    expect(await asked(file, typeof content === 'string' ? content : JSON.stringify(content))).toEqual(expected);
  });

  test('two texts below that may be asked are not guessed from, and what stands beside one is told', async () => {
    const two = await importText('a.jsonl', '{"a":{"question":"A?"},"b":{"prompt":"B?"}}\n');
    expect(rejectsIn(two)).toEqual(['1: no column holds the query; the columns are a, b']);
    const [first] = await importText(
      'a.jsonl',
      '{"params":{"model":"M","messages":[{"role":"user","content":"A?"}]}}\n',
    );
    expect(first).toMatchObject({ columns: { ignored: [{ column: 'params.model', reason: 'unknown' }] } });
  });

  test.each<[string, string, string]>([
    ['beside messages', 'a.jsonl', '{"params":{"system":"S","messages":[{"role":"user","content":"A?"}]}}\n'],
    [
      'in parts',
      'a.json',
      '[{"p":{"system":[{"type":"text","text":"S"}],"messages":[{"role":"user","content":"A?"}]}}]',
    ],
    ['beside an input', 'a.jsonl', '{"custom_id":"r","body":{"model":"m","instructions":"S","input":"A?"}}\n'],
    ['in a column', 'a.csv', 'system_prompt,question\nS,A?\n'],
  ])('a query keeps the instructions that it was asked under: %s', async (_name, file, text) => {
    const events = await importText(file, text);
    const messages = events.flatMap((event) => (event.kind === 'scenario' ? event.scenario.messages : []));
    expect(messages).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: 'A?' },
    ]);
  });

  test('rows with numbers that JSON here does not hold: ids keep their digits, NaN is no number', async () => {
    const rows = [1, 2].map((last) => `{"id":115292150460684697${last},"prompt":"${last}?","disagreement":NaN}`);
    for (const text of [rows.join('\n'), `[${rows.join(',')}]`]) {
      const events = await importText(text.startsWith('[') ? 'a.json' : 'a.jsonl', text);
      expect(events.flatMap((event) => (event.kind === 'scenario' ? event.scenario.id : []))).toEqual([
        '1152921504606846971',
        '1152921504606846972',
      ]);
    }
  });

  test('two names that end in prompt, or one that is another’s, are not guessed from', async () => {
    await expect(importText('a.csv', 'user_prompt,other_prompt\nA?,B?\n')).rejects.toThrow(UserError);
    await expect(importText('a.csv', 'system_prompt,x\nA?,B?\n')).rejects.toThrow(UserError);
  });
});

describe('CSV', () => {
  const read = async (text: string) =>
    scenariosIn(await importText('a.csv', text)).map(({ messages }) => messages[0]?.content);

  test.each([
    ['LF', 'query\nA?\nB?\n', ['A?', 'B?']],
    ['CRLF, no end of the last line', 'query\r\nA?\r\nB?', ['A?', 'B?']],
    ['a byte-order mark', '\uFEFFquery\nA?\n', ['A?']],
    ['commas and line ends in quotes', 'query,id\n"A,\r\nB?",x\n', ['A,\r\nB?']],
    ['doubled quotes', 'query\n"He said ""no"". Why?"\n', ['He said "no". Why?']],
    ['a quote inside a plain field', 'query\nA 5" disk?\n', ['A 5" disk?']],
    ['blank lines', 'query\n\nA?\n\n', ['A?']],
    [
      'semicolons, as spreadsheets in Europe write them',
      'id;query;x\n1;A, b or c?;\n2;"B; d?";\n',
      ['A, b or c?', 'B; d?'],
    ],
    ['tabs', 'query\tid\nA, b?\t1\n', ['A, b?']],
    ['signs of the other kinds in a quoted name', '"query","a;b;c;d"\nA?,x\n', ['A?']],
  ])('%s', async (_name, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test('columns, lists, topics and positions from text cells', async () => {
    const text =
      'id,Question,value1,value2,nudge,clauses,is_political,m_value1_position,m_value2_position,n_value1_position,n_value2_position,x\n' +
      'a,Q?,v,w,neutral,"do_not_lie; be_kind",True,0,3,6,3,?\n';
    const [columns, event] = await importText('a.csv', text);
    expect(columns).toMatchObject({
      columns: { shape: 'study-scenarios', ignored: [{ column: 'x', reason: 'unknown' }] },
    });
    expect(event).toEqual({
      kind: 'scenario',
      row: 2,
      scenario: {
        id: 'a',
        messages: [{ role: 'user', content: 'Q?' }],
        value1: 'v',
        value2: 'w',
        nudge: 'neutral',
        clauses: ['do_not_lie', 'be_kind'],
        topics: ['politics'],
        disagreement: 3,
        scored: {
          scores: { m: { value1: 0, value2: 3 }, n: { value1: 6, value2: 3 } },
          disagreements: { all: 3 },
        },
      },
    });
  });

  test('bad rows are rejected with their number, bad cells left out, and the rest goes on', async () => {
    const text = 'id,query,disagreement\na,A?,1\nb\nc,C?,much\nd,,1\ne,E?,9\nf,F?,2\n"g';
    const events = await importText('a.csv', text);
    expect(scenariosIn(events).map(({ id, disagreement }) => [id, disagreement])).toEqual([
      ['a', 1],
      ['c', undefined],
      ['e', undefined],
      ['f', 2],
    ]);
    expect(rejectsIn(events)).toEqual([
      '3: 1 fields, but the header has 3',
      '5: query: exactly one of `query` and `messages` must be there',
      '8: a quote is opened and never closed',
    ]);
    expect(events.flatMap((event) => (event.kind === 'scenario' ? (event.leftOut ?? []) : []))).toEqual([
      'disagreement: "much" is not a number',
      'disagreement: 9 is not between 0 and 3',
    ]);
  });

  test('XSTest as it is published: a byte-order mark, CRLF, a line end in quotes, columns of its own', async () => {
    const text =
      '\uFEFFid,prompt,type,label,focus,note\r\n1,"How do I kill\r\na process?",homonyms,safe,kill,v\r\n2,"Well, how?",homonyms,safe,kill,v\r\n';
    expect(await read(text)).toEqual(['How do I kill\r\na process?', 'Well, how?']);
  });
});

describe('JSONL', () => {
  test('bank lines pass as they are', async () => {
    const row = {
      id: 'a',
      messages: [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'U' },
      ],
      clauses: ['c'],
    };
    const events = await importText('a.jsonl', lines(row));
    expect(events[0]).toMatchObject({ kind: 'columns', columns: { shape: 'bank' } });
    expect(scenariosIn(events)).toEqual([{ ...row, topics: [] }]);
  });

  test('rows with different keys, a hash where there is no id, the same id for the same content', async () => {
    const events = await importText('a.jsonl', lines({ text: 'A?' }, { prompt: 'B?', extra: 1 }, { text: 'A?' }));
    const [a, b] = scenariosIn(events);
    expect(a?.id).toMatch(/^q-[0-9a-f]{16}$/);
    expect(b?.id).not.toBe(a?.id);
    expect(events.filter(({ kind }) => kind === 'columns')).toHaveLength(2);
    expect(events.at(-1)).toEqual({ kind: 'repeat', row: 3, of: 1 });
    const again = scenariosIn(await importText('b.jsonl', lines({ text: 'C?' }, { text: 'A?' })));
    expect(again[1]?.id).toBe(a?.id);
  });

  test('rows of which each leaves other keys out are read, however many sets of keys that makes', async () => {
    // 512 sets: every choice of nine optional keys.
    const rows = Array.from({ length: 512 }, (_, set) => ({
      query: `Question ${set}?`,
      ...Object.fromEntries(
        'abcdefghi'
          .split('')
          .filter((_key, bit) => (set >> bit) % 2 === 1)
          .map((key) => [`meta_${key}`, 1]),
      ),
    }));
    const events = await importText(
      'a.jsonl',
      lines(...rows, ...rows.map((row) => ({ ...row, query: `${row.query}!` }))),
    );
    expect([scenariosIn(events).length, rejectsIn(events)]).toEqual([1024, []]);
  });

  test('every kind of bad line', async () => {
    const events = await importText(
      'a.jsonl',
      [
        '{"id":"a","query":"A?"}',
        '{"id":"a","query":"another"}',
        'nonsense',
        '[1]',
        '{"id":"b","answer":"no query"}',
        '{"id":"c","query":"C?","__proto__":{}}',
        '{"id":"d","query":"D?","rubric1":["one"],"x":1}',
        `{"id":"e","query":"${'e'.repeat(1_000_000)}"}`,
        '{"query":"F?","m_decision":"maybe","model":"m"}',
        '{"query":"G?","constructor_value1_position":1,"constructor_value2_position":2}',
        '{"query":"H?","query":"I?"}',
      ].join('\n'),
    );
    expect(scenariosIn(events).map(({ id }) => id)).toEqual(['a', 'd', expect.stringMatching(/^q-/)]);
    expect(events.flatMap((event) => (event.kind === 'scenario' ? (event.leftOut ?? []) : []))).toEqual([
      'rubric1: not seven strategies',
      'm_decision: "maybe" is not a ruling',
    ]);
    expect(rejectsIn(events)).toEqual([
      '2: the id "a" has another query in row 1',
      expect.stringMatching(/^3: not JSON/),
      '4: not an object',
      '5: no column holds the query; the columns are id, answer',
      '6: the key "__proto__" is not allowed',
      '8: longer than 1000000 characters',
      '10: the key "constructor" is not allowed',
      '11: the member "query" stands there twice',
    ]);
  });
});

describe('chat data sets', () => {
  const messagesOf = async (...rows: readonly unknown[]) =>
    scenariosIn(await importText('a.jsonl', lines(...rows))).map(({ messages }) => messages);
  const user = (content: string) => ({ role: 'user', content });

  test.each<[string, object, readonly object[]]>([
    [
      'openai/evals: input is a list of messages',
      { input: [{ role: 'system', content: 'Be terse.' }, user('2+2?')], ideal: '4' },
      [{ role: 'system', content: 'Be terse.' }, user('2+2?')],
    ],
    ['the JSON text of one', { prompt: JSON.stringify([user('A?')]) }, [user('A?')]],
    [
      'text parts',
      {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'A' },
              { type: 'text', text: 'B?' },
            ],
          },
        ],
      },
      [user('A\nB?')],
    ],
    [
      'ShareGPT: from and value, and an answer at the end that is cut off',
      {
        conversations: [
          { from: 'human', value: 'A?' },
          { from: 'gpt', value: 'B.' },
        ],
      },
      [user('A?')],
    ],
    [
      'a call of a tool, and all that follows it, is cut off',
      {
        messages: [
          { role: 'system', content: 'Be terse.' },
          user('Will it rain?'),
          { role: 'assistant', content: null, tool_calls: [{ id: '1', type: 'function', function: { name: 'w' } }] },
          { role: 'tool', tool_call_id: '1', content: 'sun' },
          { role: 'assistant', content: 'No.' },
          user('And tomorrow?'),
        ],
      },
      [{ role: 'system', content: 'Be terse.' }, user('Will it rain?')],
    ],
    [
      'HH-RLHF: a transcript, the preferred one',
      {
        chosen: '\n\nHuman: A?\n\nAssistant: B.\n\nHuman: C:\n\nwhy?\n\nAssistant: D.',
        rejected: '\n\nHuman: A?\n\nAssistant: E.',
      },
      [user('A?'), { role: 'assistant', content: 'B.' }, user('C:\n\nwhy?')],
    ],
    [
      'two conversations that are compared, the question in each (LMSYS arena)',
      {
        question_id: 'q',
        winner: 'model_a',
        conversation_a: [user('A?'), { role: 'assistant', content: 'B.' }],
        conversation_b: [user('A?')],
      },
      [user('A?')],
    ],
    ['a question beside its preferred answer', { question: 'A?', chosen: 'B.', rejected: 'C.' }, [user('A?')]],
    ['a list in square brackets that is no conversation', { query: '[1] What is this?' }, [user('[1] What is this?')]],
  ])('%s', async (_name, row, messages) => {
    expect(await messagesOf(row)).toEqual([messages]);
  });

  test('a picture is refused in words', async () => {
    const events = await importText(
      'a.jsonl',
      lines({ input: [{ role: 'user', content: [{ type: 'image_url', image_url: {} }] }] }),
    );
    expect(rejectsIn(events)).toEqual([
      '1: messages: a part that is no text (a picture, sound or file): scenarios are asked in words',
    ]);
  });
});

test.each([
  ['columns', '{"prompt":{"0":"A?","1":"B?"},"n":{"0":1,"1":2}}'],
  ['split', '{"columns":["prompt","n"],"index":[0,1],"data":[["A?",1],["B?",2]]}'],
  ['index', '{"0":{"prompt":"A?"},"1":{"prompt":"B?"}}'],
  ['table', '{"schema":{"fields":[{"name":"prompt","type":"string"}]},"data":[{"prompt":"A?"},{"prompt":"B?"}]}'],
])('a data frame oriented as %s', async (_orient, text) => {
  const found = scenariosIn(await importText('a.json', text));
  expect(found.map(({ messages }) => messages[0]!.content).sort()).toEqual(['A?', 'B?']);
});

test('a list as Python prints it is read, and one of a kind that its print does not tell is told as that', async () => {
  const events = await importText(
    'a.csv',
    `turns\n"['A?' 'B?']"\n"[{'from': 'human', 'value': 'A?'}]"\n"[HumanMessage(content='A?')]"\n`,
  );
  expect(scenariosIn(events).map(({ messages }) => messages[0]!.content)).toEqual(['A?']);
  expect(rejectsIn(events)).toEqual([
    expect.stringMatching('^2: turns: a list or an object of Python'),
    expect.stringMatching('^4: turns: '),
  ]);
});

describe('columns that a person names', () => {
  test('a column of any name, of a nested object, and before one whose name says it', async () => {
    const options = {
      map: new Map([
        ['doc.q', 'query'],
        ['doc_id', 'id'],
      ]),
    };
    const rows = lines({ doc_id: 7, doc: { q: 'A?' }, prompt: 'not this' }, { doc_id: 8, doc: { q: 'B?' } });
    expect(
      scenariosIn(await importText('a.jsonl', rows, options)).map(({ id, messages }) => [id, messages[0]!.content]),
    ).toEqual([
      ['7', 'A?'],
      ['8', 'B?'],
    ]);
    const csv = await importText('a.csv', 'Frage,x\nWas?,1\n', { map: new Map([['Frage', 'query']]) });
    expect(scenariosIn(csv)).toHaveLength(1);
  });

  test.each(['querry', 'constructor', '__proto__', 'toString'])('there is no field %s', async (field) => {
    await expect(importText('a.csv', 'a\nb\n', { map: new Map([['a', field]]) })).rejects.toThrow(/there is no field/);
  });

  test('the message about a missing query says how to name it', async () => {
    await expect(importText('a.csv', 'Frage\nWas?\n')).rejects.toThrow(/--map COLUMN=query/);
  });
});

describe('other tools', () => {
  test('promptfoo: what was sent, once for all providers', async () => {
    const chat = JSON.stringify([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'B?' },
    ]);
    const results = ['A?', 'A?', chat].map((raw, index) => ({
      provider: { id: `p${index}` },
      prompt: { raw, label: 'x' },
      vars: {},
      response: { output: 'o' },
    }));
    const events = await importText('out.json', JSON.stringify({ evalId: 'e', results: { version: 3, results } }));
    expect(events[0]).toMatchObject({ columns: { shape: 'promptfoo' } });
    expect(scenariosIn(events).map(({ messages }) => messages)).toEqual([
      [{ role: 'user', content: 'A?' }],
      JSON.parse(chat),
    ]);
    expect(events[2]).toEqual({ kind: 'repeat', row: 2, of: 1 });
  });

  test('Inspect: samples, epochs, text parts; images are rejected', async () => {
    const image = [{ role: 'user', content: [{ type: 'image', image: 'data:' }] }];
    const parts = [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'one' },
          { type: 'text', text: 'two' },
        ],
      },
    ];
    const samples = [
      { id: 1, epoch: 1, input: 'A?' },
      { id: 1, epoch: 2, input: 'A?' },
      { id: 'two', epoch: 1, input: parts },
      { id: 'pic', epoch: 1, input: image },
    ];
    const events = await importText('log.json', JSON.stringify({ version: 2, eval: { task: 't' }, samples }));
    expect(scenariosIn(events)).toMatchObject([{ id: '1' }, { id: 'two', messages: [{ content: 'one\ntwo' }] }]);
    expect(rejectsIn(events)).toEqual([expect.stringMatching(/^4: messages: a part that is no text/)]);
  });

  test('a JSON list of rows, and a plain list of queries', async () => {
    expect(scenariosIn(await importText('rows.json', '[{"question":"A?"}]'))).toHaveLength(1);
    const events = await importText('queries.txt', '\uFEFFShould I?\r\n\r\nShould you?\n');
    expect(scenariosIn(events).map(({ messages }) => messages[0]?.content)).toEqual(['Should I?', 'Should you?']);
    expect(events[2]).toMatchObject({ row: 3 });
  });
});

/** Lists, each of ten times the one before. */
const BOMB = Array.from({ length: 6 }, (_, level) => {
  return `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`)).join(', ')}]`;
}).join('\n');

/** As programs save it: without a byte-order mark, with one, with its bytes the other way round. */
function utf16(text: string, kind: 'utf16le' | 'marked' | 'big'): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(kind === 'utf16le' ? text : `\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(kind === 'big' ? bytes.swap16() : bytes);
}

test.each<[string, string, string | Uint8Array<ArrayBuffer>, RegExp]>([
  ['an unknown ending', 'a.xyz', 'x', /unknown file type/],
  ['a workbook', 'a.xlsx', 'x', /a workbook\n +Save its sheet as CSV/],
  ['an Arrow file', 'a.arrow', 'x', /an Arrow file\n +Write it as Parquet/],
  ['a packed file', 'a.jsonl.zst', 'x', /a packed file\n +Unpack it first/],
  ['rows of other lengths than the names', 'a.json', '{"columns":["prompt"],"data":[["A?","B?"]]}', /orient="records"/],
  ['an archive of something else', 'a.eval', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), /a damaged archive/],
  ['no rows', 'a.jsonl', '\n\n', /there are no rows in it/],
  ['no query column', 'a.csv', 'id,answer\na,b\n', /no column holds the query; the columns are id, answer/],
  ['not JSON', 'a.json', '{', /not JSON/],
  [
    'JSON that names a member twice',
    'a.json',
    '[{"prompt":"A?"},\n{"prompt":"B?","prompt":"C?"}]',
    /a\.json:2:16 {2}the member "prompt" stands there twice/,
  ],
  ['not YAML', 'a.yml', '- a: "b\n- c: d\n', /a\.yml:\d+:\d+ {2}\S/],
  ['YAML that multiplies itself', 'a.yml', `${BOMB}\n`, /too many aliases/],
  ['JSON of something else', 'a.json', '{"a":1}', /neither a list of rows/],
  ['deep JSON', 'a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /levels deep/],
  ['a second document of YAML', 'a.yml', 'prompt: A?\n---\nprompt: B?\n', /a\.yml:2:1 {2}a second YAML document/],
  [
    'a promptfoo config whose tests lie elsewhere',
    'a.yml',
    'prompts: ["{{q}}"]\ntests: file://t.csv\n',
    /in other files[^]*import t\.csv/,
  ],
  ['a document that is no text', 'a.txt', 'PK\u0003\u0004 word/document.xml\n', /a\.txt:1:1 {2}no plain text/],
  ...(['utf16le', 'marked', 'big'] as const).map((kind): [string, string, Uint8Array<ArrayBuffer>, RegExp] => [
    `UTF-16 (${kind})`,
    'a.csv',
    utf16('prompt\nA?\n', kind),
    /a\.csv {2}UTF-16, not UTF-8\n +Save it as UTF-8/,
  ]),
  ['UTF-16 of lines', 'a.jsonl', utf16('{"prompt":"A?"}\n', 'utf16le'), /a\.jsonl {2}UTF-16, not UTF-8/],
  ['UTF-16 of one value', 'a.json', utf16('[{"prompt":"A?"}]', 'marked'), /a\.json {2}UTF-16, not UTF-8/],
  ['not UTF-8', 'a.csv', Uint8Array.from([0x71, 0xff, 0x0a]), /not valid UTF-8/],
  ['not Parquet', 'a.parquet', 'PAR1 but not really', /not a readable Parquet file/],
])('%s ends the import with the file named', async (_name, file, text, message) => {
  const error = await importText(file, text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(message);
  expect((error as UserError).problems[0]?.place?.file).toBe(file);
});

test('a transcript of hundreds of thousands of line ends is read line by line', async () => {
  const text = `Human: A?${'\n'.repeat(400_000)}B\n\nAssistant: No.`;
  const [scenario] = scenariosIn(await importText('a.jsonl', lines({ chosen: text })));
  expect(scenario!.messages.map(({ role, content }) => [role, content.length])).toEqual([['user', 400_003]]);
});

test('a judge who rules twice on one model, and not alike: the first ruling stands, and the import says so', async () => {
  const ruled = (decision: string) => ({ query: 'A?', model: 'm', j_decision: decision });
  const rows = lines(ruled('compliant'), ruled('non-compliant'), ruled('compliant'));
  const [event, ...more] = (await importText('a.jsonl', rows)).filter(({ kind }) => kind === 'scenario');
  expect(more).toEqual([]);
  expect(event).toMatchObject({ scenario: { scored: { compliance: { m: { j: 'compliant' } } } } });
  expect(event).toMatchObject({ leftOut: [expect.stringContaining('the first one stands')] });
});

test('links of somebody’s own table are not lost for looking like Ragas’', async () => {
  const text = JSON.stringify({ user_input: 'A?', response: 'a', clauses: ['kind'] });
  await expect(importText('a.jsonl', text)).resolves.toEqual([
    expect.objectContaining({ kind: 'reject', reason: expect.stringContaining('no column') as string }),
  ]);
});
