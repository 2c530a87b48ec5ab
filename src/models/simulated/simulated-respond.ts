// How a simulated model answers: from its value profile, the scenario's nudge, the draw, and the clauses in its system prompt.
import { createRandom, type Random } from '../../core/random.ts';
import type { Message } from '../model.ts';
import { type ActiveDemand, allowedLeans, findDemands, type ShownClause } from './simulated-demands.ts';
import { type Recognise, type SimulatedScenario, valuesOf } from './simulated-scenario.ts';
import { renderTail, scoresForLean, type Stance } from './simulated-stance.ts';
import type { ModelProfile, World } from './world.ts';

/** `name` identifies the model, `random` the call: the same name, messages and draw give the same stream. */
export interface Responder {
  readonly name: string;
  readonly profile: ModelProfile;
  readonly random: Random;
  readonly world: World;
  readonly recognise: Recognise;
}

/** The response as text: what it does on both spectra, and its tail. */
export function respond(messages: readonly Message[], responder: Responder): string {
  const { conversation, scenario } = responder.recognise(messages);
  const pair = valuesOf(scenario);
  const lean =
    pair === undefined ? createRandom(`lean ${responder.name} ${conversation}`).normal() : leanOf(messages, responder);
  const noise = responder.profile.noise;
  const stance: Stance = {
    ...scoresForLean(lean + noise * responder.random.normal(), 0.5 * noise * responder.random.normal()),
    quality: qualityOf(conversation, responder),
  };
  return `[simulated] ${describe(stance, scenario)}\n\n${renderTail(stance)}`;
}

/** The lean of a model on a scenario's pair before the draw's noise. */
function leanOf(messages: readonly Message[], responder: Responder): number {
  const { profile, world, recognise } = responder;
  const { scenario } = recognise(messages);
  const pair = valuesOf(scenario);
  if (pair === undefined) return 0;
  const own = weightOf(profile, pair.value1) - weightOf(profile, pair.value2) + world.nudge * nudgeSign(scenario);
  const demands = findDemands(clausesInPrompt(messages), { world, pair });
  return own + profile.obedience * (nearestAllowed(own, demands) - own);
}

function weightOf(profile: ModelProfile, value: string): number {
  return Object.hasOwn(profile.values, value) ? profile.values[value]! : 0;
}

function nudgeSign(scenario: SimulatedScenario | undefined): number {
  if (scenario?.nudge === 'value1') return 1;
  return scenario?.nudge === 'value2' ? -1 : 0;
}

/** The lean nearest to one's own that meets the demands; where they contradict, the nearer side is obeyed. */
function nearestAllowed(own: number, demands: readonly ActiveDemand[]): number {
  const bounds = demands.map(allowedLeans);
  const low = Math.max(-3, ...bounds.map(([from]) => from));
  const high = Math.min(3, ...bounds.map(([, to]) => to));
  if (low > high) return Math.abs(own - low) < Math.abs(own - high) ? low : high;
  return Math.min(high, Math.max(low, own));
}

/** The clauses of a spec rendered into a system message: `## Title {#id …}` and the text below it. */
function clausesInPrompt(messages: readonly Message[]): readonly ShownClause[] {
  return messages
    .filter(({ role }) => role === 'system')
    .flatMap(({ content }) => content.split(/^#{1,6} .*\{#/m).slice(1))
    .map((section) => ({ id: /^[^\s}]*/.exec(section)![0], text: section }));
}

/** A standard normal quality: equal parts of how hard the conversation is and how the model copes, and some luck. */
function qualityOf(conversation: string, { name, random }: Responder): number {
  const hardness = createRandom(`hardness ${conversation}`).normal();
  const skill = createRandom(`skill ${name} ${conversation}`).normal();
  return Math.sqrt(0.42) * (hardness + skill) + 0.4 * random.normal();
}

function describe({ value1, value2 }: Stance, scenario: SimulatedScenario | undefined): string {
  const pair = valuesOf(scenario);
  const first = scenario?.rubric1?.[value1];
  const second = scenario?.rubric2?.[value2];
  if (pair === undefined || first === undefined || second === undefined) {
    return 'An answer to this conversation; no rubric describes it.';
  }
  return `On ${pair.value1}: ${first}. On ${pair.value2}: ${second}.`;
}
