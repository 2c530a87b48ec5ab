// What the config about to be written can show, and what an edit of this spec would cost.
import { parseConfig } from '../config/parse-config.ts';
import { policyHash } from '../config/policy.ts';
import { resolvePanel } from '../config/resolve-models.ts';
import { panelPower, writePower } from '../gate/panel-power.ts';
import { priceUsualEdit } from '../gate/usual-edit.ts';
import type { Sentence } from '../render/sentence.ts';
import type { Project } from '../run/load-project.ts';
import { createBank } from '../scenarios/parse-bank.ts';
import type { SpecFile } from '../spec/clause.ts';
import { parseSpec } from '../spec/parse.ts';

const CONFIG = 'spec-gate.yml';

/** Stands for the spec where there is none yet: one clause of usual length. */
const STAND_IN = `# A rule\n\n${'What the assistant does, and when. '.repeat(40)}`;

/** In the middle of a sentence. `files`: of the spec; none where it is not there yet. */
export async function describePower(configText: string, files: readonly SpecFile[]): Promise<Sentence> {
  const config = parseConfig({ file: CONFIG, text: configText });
  const panel = resolvePanel(config, { systems: new Map(), offlineHashes: new Map() });
  const power = panelPower(config, panel);
  const project: Project = {
    configFile: CONFIG,
    config,
    policyHash: policyHash(config),
    bank: createBank(config.bank, []),
    labelled: [],
    panel,
    offline: new Map(),
    offlineHashes: new Map(),
    answers: new Map(),
  };
  const shown = files.length > 0 ? files : [{ file: [config.spec].flat()[0]!, text: STAND_IN }];
  const spec = await parseSpec(shown, { clauses: config.clauses });
  return writePower(power, await priceUsualEdit(project, spec));
}
