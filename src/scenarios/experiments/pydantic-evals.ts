// The report of a pydantic-evals run, as `EvaluationReportAdapter.dump_json` writes it.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, objectsIn, wordIn, type ExperimentItem, type Fields } from './experiment-item.ts';

/** What a case is called that has no name: its place, which another run may give to another case. */
const PLACE = /^Case \d+$/;

/** Cases and failures; undefined for a value that is no report. */
export function pydanticReport(value: unknown): readonly ExperimentItem[] | undefined {
  const { cases, failures } = membersOf(value);
  const isOwn = Array.isArray(cases) && Array.isArray(failures) && [...cases, ...failures].every((one) => isCase(one));
  if (!isOwn) return undefined;
  return [
    ...objectsIn(cases).map((one) => ({
      ...aboutCase(one),
      answer: one['output'],
      isFailed: false,
      scores: scoresIn(one),
      ...whereDefined({ verdict: verdictOf(one) }),
    })),
    ...objectsIn(failures).map((one) => ({ ...aboutCase(one), isFailed: true, scores: [] })),
  ];
}

function isCase(value: unknown): boolean {
  const fields = membersOf(value);
  return 'inputs' in fields && ('assertions' in fields || 'error_message' in fields);
}

/** A case that was repeated (`sky [1/2]`) says which one it is apart from that. */
function aboutCase(one: Fields): Pick<ExperimentItem, 'id' | 'group' | 'asked'> {
  const name = wordIn(one['source_case_name']) ?? wordIn(one['name']);
  const id = name === undefined || PLACE.test(name) ? undefined : name;
  return { ...whereDefined({ id, group: wordIn(membersOf(one['metadata'])['group']) }), asked: one['inputs'] };
}

function scoresIn({ assertions, scores, labels }: Fields): ExperimentItem['scores'] {
  return [assertions, scores, labels].flatMap((kind) =>
    Object.entries(membersOf(kind)).map(([name, result]) => ({ name, value: membersOf(result)['value'] })),
  );
}

/** A case passes where all it asserts holds; where an evaluator failed and nothing says no, it is open. */
function verdictOf({ assertions, evaluator_failures: broken }: Fields): ExperimentItem['verdict'] {
  const said = Object.values(membersOf(assertions)).map((result) => membersOf(result)['value']);
  if (said.includes(false)) return 'failed';
  if (Array.isArray(broken) && broken.length > 0) return 'open';
  return said.length === 0 ? undefined : 'passed';
}
