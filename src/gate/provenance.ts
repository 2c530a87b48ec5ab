// What a check was made by and from, so that somebody else can make it again.
import type { Provenance } from '../analysis/evidence/evidence-line.ts';
import { sha256 } from '../core/canonical-json.ts';
import { PROMPTS } from '../evaluation/prompts/judging-prompts.ts';
import { readPackageVersion } from '../io/package-version.ts';
import type { Project } from '../run/load-project.ts';

/** What the report says it was made by: version, config, prompts, and a hash of the bank. */
export function provenanceOf({ configFile, bank: { scenarios } }: Project): Provenance {
  return {
    version: readPackageVersion(),
    config: configFile,
    // Scenario by scenario: a large bank as one text would not fit into memory twice.
    bank: sha256(scenarios.map((scenario) => sha256(JSON.stringify(scenario))).join('')),
    scenarios: scenarios.length,
    prompts: [PROMPTS.judge.version, PROMPTS.classify.version],
  };
}
