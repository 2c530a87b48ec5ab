// Harbor's simulated models behind servers that speak the real protocols: two OpenAI-kind origins and one Anthropic.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionRequest } from '../../src/models/model.ts';
import { createSimulatedModel } from '../../src/models/simulated/simulated.ts';
import { harborBank, harborWorld, simulatedRef } from './harbor.ts';
import { ROOT } from './cli.ts';
import {
  startProviderServer,
  type Answer,
  type Answerer,
  type ProviderServer,
  type WireRequest,
} from './provider-servers.ts';

export interface SimulatedServers {
  readonly alpha: ProviderServer;
  readonly beta: ProviderServer;
  readonly gamma: ProviderServer;
  /** Every request that any of them got, server by server. */
  readonly requests: () => readonly WireRequest[];
  /** What they get from here on until the function it gives is called, which gives it. */
  readonly watch: () => () => readonly WireRequest[];
  /** Requests whose answer may not have reached the other side yet: under way, or answered within the last moments. */
  readonly underWay: () => number;
  /** From now on another profile of the world answers under a name; the reply names the same model as ever. */
  readonly swap: (name: string, profile: string) => void;
  /** Everybody answers again what was answered first, then second ...: as on the first day. */
  readonly rewind: () => void;
  readonly close: () => Promise<void>;
}

/** Keys that no file and no output may ever show. */
export const KEYS = {
  ALPHA_KEY: 'sk-alpha-0123456789abcdef',
  BETA_KEY: 'sk-beta-0123456789abcdef',
  GAMMA_KEY: 'sk-ant-gamma-0123456789',
} as const;

/** Milliseconds an answer may take from here into the other side's store. */
const DELIVERY_MS = 60;

export interface ServerOptions {
  /** Milliseconds before each answer. Default 0. */
  readonly delayMs?: number;
  /** Answers a request in the models' place; undefined leaves it to them. */
  readonly inject?: (request: WireRequest) => Answer | undefined;
}

/** What models of the world say without chance, by what they are asked: the same in every run of a process. */
const said = new Map<string, Answer>();

/** `independent`: each repetition of a request gets a draw of its own. `repeatable`: the same request, the same answer. */
export async function startSimulatedServers(
  draws: 'independent' | 'repeatable',
  { delayMs = 0, inject = () => undefined }: ServerOptions = {},
): Promise<SimulatedServers> {
  const world = await harborWorld();
  const scenarios = harborBank();
  const seen = new Map<string, number>();
  const profiles = new Map<string, string>();
  const answeredAt: number[] = [];
  const answer: Answerer = async (wire) => {
    const reply = inject(wire) ?? (await simulate(wire));
    answeredAt.push(performance.now());
    return reply;
  };
  const simulate = async (wire: WireRequest): Promise<Answer> => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const profile = profiles.get(wire.model) ?? wire.model;
    const content = `${profile}\n${JSON.stringify(wire.messages)}`;
    const known = draws === 'repeatable' ? said.get(content) : undefined;
    if (known !== undefined) return known;
    const count = (seen.get(content) ?? 0) + 1;
    seen.set(content, count);
    const request: CompletionRequest = {
      model: simulatedRef(profile),
      messages: wire.messages,
      sharedMessages: 0,
      draw: draws === 'independent' ? `wire:${count}` : 'wire',
      ...formatOf(wire),
    };
    const model = createSimulatedModel(request.model, { world, scenarios });
    const { text, finish, usage } = await model.complete(request, { signal: new AbortController().signal });
    const reply: Answer =
      finish === 'refusal'
        ? { refusal: text }
        : { text, usage: { input: usage.inputTokens, output: usage.outputTokens } };
    if (draws === 'repeatable') said.set(content, reply);
    return reply;
  };
  const [alpha, beta, gamma] = await Promise.all([
    startProviderServer('openai', answer),
    startProviderServer('openai', answer),
    startProviderServer('anthropic', answer),
  ]);
  const all = [alpha, beta, gamma];
  const requests = (): readonly WireRequest[] => all.flatMap((server) => server.requests);
  return {
    alpha,
    beta,
    gamma,
    requests,
    watch: () => {
      const before = all.map((server) => server.requests.length);
      return () => all.flatMap((server, index) => server.requests.slice(before[index]));
    },
    underWay: () => requests().length - answeredAt.filter((time) => performance.now() - time > DELIVERY_MS).length,
    swap: (name, profile) => {
      profiles.set(name, profile);
    },
    rewind: () => seen.clear(),
    close: async () => {
      await Promise.all(all.map((server) => server.close()));
    },
  };
}

/** Everybody of the world who may be asked, and at whose server. */
const PROVIDERS = {
  aspen: 'alpha',
  'aspen-next': 'alpha',
  birch: 'beta',
  'birch-next': 'beta',
  cedar: 'gamma',
  dogwood: 'alpha',
  warden: 'alpha',
  advocate: 'beta',
  umpire: 'gamma',
  drowsy: 'gamma',
  sorter: 'beta',
} as const;

/** A copy of the shipped example whose models, with the same names, are asked at the servers. */
export function writeLiveHarbor(folder: string, servers: SimulatedServers): void {
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const path = join(folder, 'spec-gate.yml');
  writeFileSync(path, liveConfig(readFileSync(path, 'utf8'), servers));
}

/** Leaves the first scenarios of a written example, few draws, and margins so wide that an undisturbed run passes. */
export function shrinkHarbor(folder: string, scenarios: number): void {
  const bank = readFileSync(join(folder, 'bank.jsonl'), 'utf8').split('\n').slice(0, scenarios);
  writeFileSync(join(folder, 'bank.jsonl'), `${bank.join('\n')}\n`);
  const size = `{ scenarios: ${scenarios}, extendTo: ${scenarios}, replicates: { base: 2, confirm: 1 } }`;
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8')
    .replace('untested: inconclusive', 'untested: report, letThrough: report')
    .replace(/^selection:.*$/m, `selection: ${size}`)
    .replace(/^( {2}\w+): 0\.\d+$/gm, '$1: 0.9');
  writeFileSync(join(folder, 'spec-gate.yml'), config);
}

/** A config of the shipped example with everybody, under the same names, asked at the servers for a price. */
export function liveConfig(config: string, servers: Pick<SimulatedServers, 'alpha' | 'beta' | 'gamma'>): string {
  const providers = (['alpha', 'beta', 'gamma'] as const).map((name) => {
    const kind = name === 'gamma' ? 'anthropic' : 'openai';
    return `  ${name}: { kind: ${kind}, baseUrl: "${servers[name].baseUrl}", apiKeyEnv: ${name.toUpperCase()}_KEY, allowPrivate: ["127.0.0.1"] }`;
  });
  const prices = Object.entries(PROVIDERS).map(([name, at]) => `  ${at}/${name}: { input: 1, output: 4 }`);
  const live = config
    .replace(/ {2}sim: .*\n/, () => `${providers.join('\n')}\n`)
    .replaceAll(/\bsim\/([\w-]+)/g, (_id, name: keyof typeof PROVIDERS) => `${PROVIDERS[name]}/${name}`);
  return `${live}\nprices:\n${prices.join('\n')}\n`;
}

/** The wire does not name a reply format; our own prompts do, by their version at the end of the instructions. */
const FORMATS: Readonly<Record<string, string>> = {
  judge: 'judgment',
  classify: 'value_scores',
  topics: 'scenario_topics',
  'neutral-query': 'neutral_query',
  'clause-query': 'clause_query',
  'clause-values': 'clause_values',
  nudges: 'nudged_queries',
  rubrics: 'value_rubrics',
  'clause-links': 'clause_links',
  'change-query': 'change_query',
  'change-scan': 'change_scan',
};

function formatOf({ messages }: WireRequest): Pick<CompletionRequest, 'format'> {
  const text = messages.map(({ content }) => content).join('\n');
  const prompt = Object.keys(FORMATS).find((name) => text.includes(`\n(${name}@`));
  return prompt === undefined ? {} : { format: { name: FORMATS[prompt]!, schema: {} } };
}
