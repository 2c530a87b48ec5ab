// What every renderer is given: the report, and where it can be had, what this run did about it.
import type { EvidenceCell, Provenance } from '../analysis/evidence/evidence-line.ts';
import type { ExplorerData } from './explorer/explorer-data.ts';
import type { ReadClause } from './reading/build-reading.ts';
import type { Report } from './report.ts';
import type { RunRecord } from './run-record.ts';

export interface View {
  readonly report: Report;
  readonly run?: RunRecord;
  /** The workflow run's page; our own address, never from untrusted text. */
  readonly runUrl?: string;
  /** The repository's own pages: the server's address and the repository's name, as the runner gives them. */
  readonly repositoryUrl?: string;
  /** Which gate of a repository that has several: the config's path. */
  readonly gate?: string;
  /** Where the HTML report lies, as a person would open it. */
  readonly reportPath?: string;
  /** The report's file as a command would name it, where it lies on this machine. */
  readonly reportJson?: string;
  /** What the page's list of scenarios shows; without it the page has the report's own rows. */
  readonly explorer?: ExplorerData;
  /** The judged answers behind the report, in the evidence's order. */
  readonly cells?: readonly EvidenceCell[];
  /** What the report was made by and from; absent where the run did not write it down. */
  readonly provenance?: Provenance;
  /** The spec as it is read; absent where the run did not write it down. */
  readonly reading?: readonly ReadClause[];
  /** What runs in the page: built from this project's own source, nothing from outside. */
  readonly pageScript?: string;
}
