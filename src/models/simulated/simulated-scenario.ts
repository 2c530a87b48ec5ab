// How simulated models recognise a conversation: by its messages, with or without a system message in front.
import { canonicalJson, sha256 } from '../../core/canonical-json.ts';
import type { Message } from '../model.ts';

/** The part of a bank's scenario that simulated models know about. */
export interface SimulatedScenario {
  readonly messages: readonly Message[];
  readonly value1?: string;
  readonly value2?: string;
  readonly nudge?: 'neutral' | 'value1' | 'value2';
  readonly rubric1?: readonly string[];
  readonly rubric2?: readonly string[];
}

/** A scenario whose models choose between two named values. */
export interface ValuePair {
  readonly value1: string;
  readonly value2: string;
}

/** A conversation as simulated models see it. */
interface Recognised {
  /** Identifies the conversation whatever system prompt was put in front of it. */
  readonly conversation: string;
  readonly scenario: SimulatedScenario | undefined;
}

export type Recognise = (messages: readonly Message[]) => Recognised;

/** Of banks that are in use: each of their models asks for the index. */
const indexes = new WeakMap<readonly SimulatedScenario[], Recognise>();

/** Indexes a bank once. Unknown conversations are identified by their messages without a leading system message. */
export function indexScenarios(scenarios: readonly SimulatedScenario[]): Recognise {
  const recognise = indexes.get(scenarios) ?? createRecognise(scenarios);
  indexes.set(scenarios, recognise);
  return recognise;
}

function createRecognise(scenarios: readonly SimulatedScenario[]): Recognise {
  // By hash: the conversations of a large bank are not held.
  const byMessages = new Map<string, SimulatedScenario>();
  for (const scenario of scenarios) byMessages.set(sha256(keyOf(scenario.messages)), scenario);
  return (messages) => {
    const whole = keyOf(messages);
    const known = byMessages.get(sha256(whole));
    if (known !== undefined) return { conversation: whole, scenario: known };
    const bare = messages[0]?.role === 'system' ? keyOf(messages.slice(1)) : whole;
    return { conversation: bare, scenario: byMessages.get(sha256(bare)) };
  };
}

/** The values a scenario trades off; undefined for a compliance-only or unknown one. */
export function valuesOf(scenario: SimulatedScenario | undefined): ValuePair | undefined {
  if (scenario?.value1 === undefined || scenario.value2 === undefined) return undefined;
  return { value1: scenario.value1, value2: scenario.value2 };
}

function keyOf(messages: readonly Message[]): string {
  return canonicalJson(messages.map(({ role, content }) => [role, content]));
}
