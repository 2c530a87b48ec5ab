// Parquet files in the published data set's three shapes, with made-up rows.
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { createRandom, type Random } from '../../../src/core/random.ts';

export const MODELS = [
  'claude_opus_4',
  'claude_sonnet_4',
  'gpt_4_1',
  'gpt_4o',
  'o3',
  'gemini_2_5_pro',
  'grok_4',
] as const;
const JUDGES = ['claude_4', 'gpt41', 'gemini_2_5'] as const;
const NUDGES = ['neutral', 'value1', 'value2'] as const;
const RULINGS = ['compliant', 'non_compliant', 'ambiguous'] as const;
const STEPS = [
  'extreme_oppose',
  'strong_oppose',
  'moderate_oppose',
  'neutral',
  'moderate_favor',
  'strong_favor',
  'extreme_favor',
];

export type StudyConfiguration = 'default' | 'complete' | 'judge_evaluations';
const ANSWER = 'An answer that goes on and on. '.repeat(10);

type Row = Readonly<Record<string, unknown>>;

const spectrum = (value: string) =>
  JSON.stringify(Object.fromEntries(STEPS.map((step) => [step, `${step} of ${value}`])));

/** Row `index` of a configuration: three rows in a row are the three framings of one value pair. */
export function studyRow(
  configuration: StudyConfiguration,
  index: number,
  random: Random,
  models: readonly string[] = MODELS,
): Row {
  const pair = Math.floor(index / (configuration === 'judge_evaluations' ? 9 : 3));
  const nudge = NUDGES[Math.floor(index / (configuration === 'judge_evaluations' ? 3 : 1)) % 3]!;
  const [value1, value2] = [`value ${pair % 300}`, `other value ${pair % 301}`];
  const query = `Case ${pair}: how do I weigh ${value1} against ${value2}, ${nudge}? ${'It matters a lot to me. '.repeat(12)}`;
  const common = {
    value1,
    value2,
    nudge_direction: nudge,
    chunk_idx: BigInt(pair % 50),
    entry_idx: BigInt(pair),
    query,
  };
  if (configuration === 'judge_evaluations') {
    const rulings = JUDGES.flatMap((judge) => [
      [`${judge}_decision`, RULINGS[random.below(3)]],
      [`${judge}_reasoning`, 'because of the spec'],
    ]);
    const bin = { bin_name: 'std_2.0_to_2.5', std_range: '[2.0, 2.5)', max_pop_std_openai: 2.25, query_key: `${pair}` };
    return { ...common, ...bin, model: MODELS[index % 3], ...Object.fromEntries(rulings) };
  }
  const answers = models.flatMap((model) => [
    [`${model}_value1_position`, random.next() < 0.02 ? null : random.below(7)],
    [`${model}_value2_position`, random.below(7)],
    [`${model}_response`, ANSWER],
  ]);
  const spectra =
    configuration === 'complete' ? { value1_spectrum: spectrum(value1), value2_spectrum: spectrum(value2) } : {};
  const rank = { rank: index, query_generator: 'o3', biological_safety: index % 10 === 0, mystery: 'what is this' };
  return { ...common, ...rank, ...Object.fromEntries(answers), ...spectra };
}

/** Writes `count` rows; memory is bounded by the row groups. */
export function writeStudyFile(options: {
  readonly path: string;
  readonly configuration: StudyConfiguration;
  readonly count: number;
  readonly rowGroupSize?: number;
  readonly models?: readonly string[];
}): void {
  const { path, configuration, count, rowGroupSize = 1000, models = MODELS } = options;
  const first = studyRow(configuration, 0, createRandom('types'), models);
  const columns = Object.entries(first).map(([name, value]) => ({ name, type: typeOf(name, value), nullable: true }));
  const random = createRandom(`study ${configuration}`);
  function* rows(): Generator<Record<string, unknown>> {
    for (let index = 0; index < count; index += 1) yield { ...studyRow(configuration, index, random, models) };
  }
  void parquetWriteRows({ writer: fileWriter(path), rows: rows(), columns, rowGroupSize });
}

function typeOf(name: string, value: unknown): 'STRING' | 'INT64' | 'INT32' | 'BOOLEAN' | 'DOUBLE' {
  if (typeof value === 'bigint') return 'INT64';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (name === 'max_pop_std_openai') return 'DOUBLE';
  return name.endsWith('_position') || name === 'rank' ? 'INT32' : 'STRING';
}
