// The report of a pydantic-evals run, as `EvaluationReportAdapter.dump_json` writes it.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, wordIn, type ExperimentItem, type Fields, type ReadItems } from './experiment-item.ts';

/** What a case is called that has no name: its place, which another run may give to another case. */
const PLACE = /^Case \d+$/;

/** Cases and failures; undefined for a value that is no report. */
export function pydanticReport(value: unknown): readonly ExperimentItem[] | undefined {
  const { cases, failures } = membersOf(value);
  if (!Array.isArray(cases) || !Array.isArray(failures)) return undefined;
  const all = [...(cases as readonly unknown[]), ...(failures as readonly unknown[])];
  const readers = all.map((one) => pydanticCase(Object.keys(membersOf(one))));
  if (readers.some((read) => read === undefined)) return undefined;
  return all.flatMap((one, index) => readers[index]!(membersOf(one)));
}

/** One case, or one failure: what was asked, and why the task broke off. */
export function pydanticCase(columns: readonly string[]): ReadItems | undefined {
  const [isCase, isFailure] = [
    ['inputs', 'assertions', 'scores', 'labels'],
    ['inputs', 'error_message', 'error_stacktrace'],
  ].map((own) => own.every((column) => columns.includes(column)));
  if (isFailure === true) return (fields) => [{ ...aboutCase(fields), isFailed: true, scores: [] }];
  if (isCase !== true) return undefined;
  return (fields) => [
    {
      ...aboutCase(fields),
      answer: fields['output'],
      isFailed: false,
      scores: scoresIn(fields),
      ...whereDefined({ verdict: verdictOf(fields) }),
    },
  ];
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
