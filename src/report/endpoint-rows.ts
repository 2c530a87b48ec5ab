// The table of endpoints, base against head: the same rows in the comment, the summary, the terminal and the page.
import { ENDPOINT_NAMES, ENDPOINTS, formatChange, formatInterval, formatLevel } from './endpoint-names.ts';
import type { EndpointName, EndpointStatus, Report, ReportEndpoint } from './report.ts';
import { wording, type Wording } from '../render/sentence.ts';

export interface EndpointRow {
  readonly endpoint: EndpointName;
  readonly label: Wording;
  readonly base: Wording;
  readonly head: Wording;
  /** As a reader's difference, head minus base. */
  readonly change: Wording;
  readonly interval: Wording;
  /** The margin as the change it tolerates, and an absolute limit where there is one. */
  readonly tolerated: Wording;
  readonly status: EndpointStatus;
  readonly values: ReportEndpoint;
}

const NOTHING = wording('');

/** What a status is called, and its mark where marks are used. */
export const STATUS_WORDS: Readonly<Record<EndpointStatus, { readonly word: Wording; readonly mark: Wording }>> = {
  pass: { word: wording('pass'), mark: wording('✅') },
  fail: { word: wording('fail'), mark: wording('❌') },
  inconclusive: { word: wording('not decided'), mark: wording('❔') },
  report: { word: wording('reported'), mark: wording('ℹ️') },
  'not-applicable': { word: wording('not applicable'), mark: wording('n/a') },
  'pre-existing': { word: wording('was so before'), mark: wording('⚠️') },
};

/** The endpoints a report has, in a fixed order. What was not measured is an empty cell, never a zero. */
export function endpointRows(report: Report): readonly EndpointRow[] {
  return ENDPOINT_NAMES.flatMap((endpoint): EndpointRow[] => {
    const values = report.endpoints[endpoint];
    if (values === undefined) return [];
    const { base, head, change, interval, margin, limit, status } = values;
    return [
      {
        endpoint,
        label: ENDPOINTS[endpoint].label,
        base: base === undefined ? NOTHING : formatLevel(endpoint, base),
        head: head === undefined ? NOTHING : formatLevel(endpoint, head),
        change: change === undefined ? NOTHING : formatChange(endpoint, change),
        interval: interval === undefined ? NOTHING : formatInterval(endpoint, interval),
        tolerated: toleratedOf(endpoint, margin, limit),
        status,
        values,
      },
    ];
  });
}

function toleratedOf(endpoint: EndpointName, margin?: number, limit?: number): Wording {
  const least = ENDPOINTS[endpoint].worse === 'up' ? 'at most' : 'at least';
  const parts = [
    ...(margin === undefined ? [] : [formatChange(endpoint, margin)]),
    ...(limit === undefined ? [] : [`${least} ${formatLevel(endpoint, limit)}`]),
  ];
  return parts.join(', ') as Wording;
}
