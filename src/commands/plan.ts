// `spec-gate plan`: what check would do, without doing it.
import { resolve } from 'node:path';
import { planCheck } from '../gate/plan-check.ts';
import { prepareSpecCheck } from '../gate/prepare-check.ts';
import { openSegmentStore } from '../io/segment-store.ts';
import { renderPlan } from '../report/plan-text.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';
import { loadSides, type SidesOptions } from './sides.ts';

export interface PlanOptions extends Omit<SidesOptions, 'cwd'> {
  readonly store?: string;
  readonly json?: boolean;
}

export async function runPlanCommand(options: PlanOptions, door: Door): Promise<ExitCode> {
  const sides = await loadSides({ ...options, cwd: door.cwd });
  const { project } = sides;
  const prepared = prepareSpecCheck(project, sides);
  const store = openSegmentStore(resolve(sides.root, options.store ?? project.config.storePath), { now: door.now() });
  const plan = planCheck(prepared, { store, prices: project.config.prices });
  door.print(
    options.json === true
      ? `${JSON.stringify(plan, null, 2)}\n`
      : renderPlan(
          { plan, base: sides.base.spec, head: sides.head.spec, changes: prepared.changes },
          createPaint(door.output.colour),
        ),
  );
  return EXIT.pass;
}
