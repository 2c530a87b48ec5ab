// The report as SARIF 2.1.0: findings on the spec's own lines, for code scanning and editors.
import { hashJson } from '../../core/canonical-json.ts';
import { findingsInRank } from './annotations.ts';
import { titleOf, writeParagraph } from '../messages.ts';
import type { Finding, Report } from '../report.ts';
import { writeAcceptance } from '../way-on.ts';
import { joinSentence, say } from '../../render/sentence.ts';
import type { View } from '../view.ts';
import { visibleLine } from '../../render/visible-text.ts';

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly locations?: readonly SarifLocation[];
  readonly partialFingerprints: { readonly 'specGate/v1': string };
  readonly suppressions?: readonly {
    readonly kind: 'external';
    readonly status: 'accepted';
    readonly justification: string;
  }[];
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly endLine: number };
  };
}

export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[];
      };
    };
    readonly results: readonly SarifResult[];
    readonly properties: { readonly simulated: boolean; readonly verdict: string };
  }[];
}

/** GitHub keeps the top 5,000 results of a run; more than this nobody reads. */
export const MOST_RESULTS = 1000;

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** SARIF as pretty JSON. */
export function renderSarif({ report }: Pick<View, 'report'>): string {
  return `${JSON.stringify(buildSarif(report), null, 2)}\n`;
}

/** Findings in rank; an accepted failure's results are suppressed with its reason. */
export function buildSarif(report: Report): SarifLog {
  const findings = findingsInRank(report).slice(0, MOST_RESULTS);
  const rules = [...new Set(findings.map(({ code }) => code))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.simulated ? 'Spec Gate (simulated)' : 'Spec Gate',
            rules: rules.map((code) => ({ id: code, shortDescription: { text: titleOf(code) } })),
          },
        },
        results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code), report)),
        properties: { simulated: report.simulated, verdict: report.verdict.status },
      },
    ],
  };
}

function resultOf(finding: Finding, ruleIndex: number, report: Report): SarifResult {
  const { verdict } = report;
  const way = writeAcceptance(finding, report);
  const says = way === undefined ? writeParagraph(finding) : say`${writeParagraph(finding)} ${way}`;
  const { code, clause = '', place } = finding;
  const file = place?.file ?? '';
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: joinSentence(says, { words: (text) => text, name: escapeSarif }) },
    ...(place !== undefined && { locations: [locationOf(place)] }),
    partialFingerprints: { 'specGate/v1': hashJson([code, clause, file]) },
    ...(verdict.resolution !== undefined && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: escapeSarif(verdict.resolution.reason) },
      ] as const,
    }),
  };
}

function locationOf({ file, line, endLine = line }: NonNullable<Finding['place']>): SarifLocation {
  const uri = visibleLine(file, 400).split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line, endLine: Math.max(line, endLine) } },
  };
}

/** Square brackets make links in SARIF's plain text (3.11.6); a backslash takes that away. */
function escapeSarif(text: string): string {
  return visibleLine(text, 200).replaceAll(/[\\[\]]/g, (mark) => `\\${mark}`);
}
