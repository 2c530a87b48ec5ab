// What a check was made by and from, so that somebody else can make it again.
import type { Provenance } from '../analysis/evidence/evidence-line.ts';
import { promptsOf } from '../evaluation/prompts/judging-prompts.ts';
import { readPackageVersion } from '../io/package-version.ts';
import type { Project } from '../run/load-project.ts';
import { digestBank } from '../scenarios/bank-digest.ts';

/** What the report says it was made by: version, config, prompts, and a hash of the bank. */
export function provenanceOf({ config, configFile, bank }: Project): Provenance {
  const { judge, classify } = promptsOf(config);
  return {
    version: readPackageVersion(),
    config: configFile,
    bank: digestBank(bank),
    scenarios: bank.scenarios.length,
    prompts: [judge.version, classify.version],
  };
}
