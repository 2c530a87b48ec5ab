// What the config about to be written can show, and what an edit of this spec would cost.
import { parseConfig } from '../config/parse-config.ts';
import { policyHash } from '../config/policy.ts';
import { resolvePanel } from '../config/resolve-models.ts';
import { panelPower, writePower } from '../gate/panel-power.ts';
import { priceUsualEdit } from '../gate/usual-edit.ts';
import type { Sentence } from '../render/sentence.ts';
import type { Project } from '../run/load-project.ts';
import { createBank } from '../scenarios/parse-bank.ts';
import { parseSpec } from '../spec/parse.ts';

const CONFIG = 'spec-gate.yml';

/** Stands for the spec where there is none yet: one clause of usual length. */
const STAND_IN = `# A rule\n\n${'What the assistant does, and when. '.repeat(40)}`;

/** In the middle of a sentence. */
export async function describePower(configText: string, specText: string | undefined): Promise<Sentence> {
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
  const [file = ''] = [config.spec].flat();
  const spec = await parseSpec([{ file, text: specText ?? STAND_IN }], { clauses: config.clauses });
  return writePower(power, await priceUsualEdit(project, spec));
}
