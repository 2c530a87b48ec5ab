// The shipped example as a project with runs on one store in memory, that can be killed or have their models changed.
import type { StoredAnswer } from '../../src/evaluation/store.ts';
import type { World } from '../../src/models/simulated/world.ts';
import { createTally } from '../../src/evaluation/tally.ts';
import { createAsk } from '../../src/evaluation/ask.ts';
import { loadProject, type Project } from '../../src/run/load-project.ts';
import type { Run } from '../../src/run/open-run.ts';
import { createMemorySegmentStore, type SegmentStore } from '../../src/io/store/segment-store.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';
import { createSimulatedModel } from '../../src/models/simulated/simulated.ts';
import { join } from 'node:path';
import { ROOT } from './cli.ts';
import { harborWorld } from './harbor.ts';

export interface HarborRunOptions {
  /** The run is interrupted when it wants to make one call more. */
  readonly killAfter?: number;
  /** Who really answers under a name: a silent change of model or judge. */
  readonly swap?: Readonly<Record<string, string>>;
  /** Changes an answer. */
  readonly tamper?: (request: CompletionRequest, completion: Completion) => Completion;
}

export interface HarborProject {
  readonly project: Project;
  readonly store: SegmentStore;
  readonly openRun: (options?: HarborRunOptions) => Run;
  /** The same project with the same answers in a store of its own. */
  readonly copy: () => HarborProject;
}

/** Answers cost nothing; everything is stored in memory and shared by the runs. */
export async function openHarbor(change: (project: Project) => Project = (same) => same): Promise<HarborProject> {
  const loaded = await loadProject({ kind: 'worktree', root: join(ROOT, 'fixtures/harbor') }, 'spec-gate.yml');
  return openOn(change(loaded), { world: await harborWorld(), answers: new Map() });
}

function openOn(
  project: Project,
  { world, answers }: { readonly world: World; readonly answers: ReadonlyMap<string, StoredAnswer> },
): HarborProject {
  const kept = new Map(answers);
  const memory = createMemorySegmentStore();
  for (const [key, answer] of kept) memory.put(key, answer);
  const put = (key: string, answer: StoredAnswer): void => {
    memory.put(key, answer);
    if (!kept.has(key)) kept.set(key, answer);
  };
  const store: SegmentStore = { ...memory, put };
  const openRun = ({ killAfter = Infinity, swap = {}, tamper }: HarborRunOptions = {}): Run => {
    const kill = new AbortController();
    const tally = createTally(() => 0);
    let begun = 0;
    const ask = createAsk({
      store,
      modelFor: (ref) => {
        const model = swap[ref.model] ?? ref.model;
        const simulated = createSimulatedModel({ ...ref, model }, { world, scenarios: project.bank.scenarios });
        return {
          ref,
          complete: async (request, options) => {
            const completion = { ...(await simulated.complete(request, options)), returnedModel: ref.model };
            return tamper === undefined ? completion : tamper(request, completion);
          },
        };
      },
      // Simulated models repeat themselves, as a run knows.
      mayDiffer: () => false,
      schedule: async (_request, call) => {
        begun += 1;
        if (begun > killAfter) kill.abort();
        return call();
      },
      signal: kill.signal,
      onEvent: (event) => tally.add(event),
    });
    return {
      ask,
      places: 16,
      store,
      tally,
      startTally: () => tally,
      beginStage: () => {},
      stopped: () => (kill.signal.aborted ? { kind: 'signal' } : undefined),
      close: () => {
        throw new Error('not used');
      },
    };
  };
  return { project, store, openRun, copy: () => openOn(project, { world, answers: kept }) };
}
