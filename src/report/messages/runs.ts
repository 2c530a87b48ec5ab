// Sentences about how a run ended and under whose rules it was judged.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { name, names, say, wording, type Sentence } from '../../render/sentence.ts';
import type { FindingArgs } from '../finding-args.ts';
import type { RunFindings } from '../finding-args/runs.ts';
import type { Messages } from './message.ts';
import { pluralForm } from '../../render/plural-form.ts';

type Budget = FindingArgs['budgetStopped']['budget'];

export const RUN_MESSAGES: Messages<keyof RunFindings> = {
  budgetStopped: {
    title: wording('Budget reached'),
    write: ({ budget, allowed, needed }) => ({
      says: say`the budget of ${amount(budget, allowed)} is not enough for a verdict${needed === undefined ? say`` : say`: about ${amount(budget, needed)} needed`}`,
      advice: say`Raise budget.${wordOf(budget)} in the base branch's configuration, or test fewer scenarios.`,
    }),
  },
  interrupted: {
    title: wording('Interrupted'),
    write: ({ finished, needed }) => ({
      // More judges than planned may have been asked, where two differed.
      says:
        finished < needed
          ? say`the run was stopped after ${count(finished)} of ${plural(needed, 'call')}`
          : say`the run was stopped after ${plural(finished, 'call')}`,
      advice: say`Run it again: finished calls are stored and are not paid for twice.`,
    }),
  },
  quota: {
    title: wording('Quota used up'),
    write: ({ provider }) => ({
      says: say`provider ${name(provider)} refuses further calls: its quota or spend limit is reached`,
      advice: say`Raise the limit with the provider and run again; finished calls are stored.`,
    }),
  },
  noKeys: {
    title: wording('Nobody could be asked'),
    write: ({ providers, fork, variables }) => ({
      says: say`${whyUnasked({ fork, variables })}, so ${names(providers)} could not be asked, and the stored answers are not enough for a verdict`,
      detail: say`Which clauses changed, and what the stored answers show, stands in the report.`,
      advice: fork
        ? say`A maintainer can run the gate on this commit (workflow for forks in the README).`
        : variables.length === 0
          ? say`Leave offline out, or seed the store first.`
          : say`Give the keys as env of this step; on Dependabot's pull requests they come from Dependabot's own secrets.`,
    }),
  },
  policyLoosened: {
    title: wording('Policy loosened'),
    write: ({ option, base, head }) => ({
      says: say`this change loosens ${name(option)} from ${name(base)} to ${name(head)}`,
      detail: say`It was judged under the base branch's policy.`,
      advice: say`Merge the change of the policy by itself first.`,
    }),
  },
  judgedByOwnPolicy: {
    title: wording('Judged by its own policy'),
    write: ({ base, options }) => ({
      says: say`judged by the working tree's config, which loosens ${names(options, 8)} of ${name(base)}; --base-policy judges as the Action does`,
    }),
  },
  outdatedBranch: {
    title: wording('Older than the policy'),
    write: ({ files }) => ({
      says: say`this branch is without ${names(files, 8)}, which came to the spec of the base branch since`,
      detail: say`It touches nothing that a verdict rests on, so there is nothing to test.`,
    }),
  },
  bootstrap: {
    title: wording('First run'),
    write: ({ config }) => ({
      says: say`the base branch has no ${name(config)} yet, so there is no policy to judge by; nothing was run`,
      advice: say`Once this is merged, the next change is judged. ${name('spec-gate doctor')} says before that whether keys, models and judges are as they should be.`,
    }),
  },
  removedModelStillEvaluated: {
    title: wording('Removed model still evaluated'),
    write: ({ model }) => ({
      says: say`${name(model)} is removed by this change; the base branch's policy still evaluates it`,
    }),
  },
  modelPairInferred: {
    title: wording('Pair inferred'),
    write: ({ model, replaces }) => ({
      says: say`${name(model)} was compared with ${name(replaces)}, the removed model of that provider with the nearest name`,
      advice: say`Write \`replaces\` beside the model to choose another.`,
    }),
  },
  modelNotCompared: {
    title: wording('Model without a counterpart'),
    write: ({ model }) => ({
      says: say`${name(model)} is new and replaces no model, so it was compared with the panel only`,
      advice: say`Name the model it takes the place of (\`replaces\` beside it) and take that one off the list; check --base-model and --head-model compare any two.`,
    }),
  },
  modelUnanswered: {
    title: wording('New model without answers'),
    write: ({ model, missing, answers }) => ({
      says: say`${count(missing)} of ${plural(answers, 'answer')} of ${name(model)}, which is new, are missing`,
      advice: say`Run again: finished calls are stored, only the missing ones are made. Where its answers are recorded, record these as well.`,
    }),
  },
  modelNotAllowed: {
    title: wording('Provider not allowed'),
    write: ({ model, provider }) => ({
      says: say`${name(model)} was not asked: the base branch's policy has no provider ${name(provider)}`,
      advice: say`Merge the provider by itself first.`,
    }),
  },
  headScenarios: {
    title: wording('Scenarios of this change'),
    write: ({ scenarios, decided }) => ({
      says: decided
        ? say`${plural(scenarios, 'scenario')} that this change adds to the bank decided the verdict`
        : say`${plural(scenarios, 'scenario')} that this change adds to the bank ${pluralForm(scenarios, wording('was'), wording('were'))} run as well and did not change the verdict`,
      detail: say`Scenarios of the change itself may cause a failure and never dilute one.`,
    }),
  },
  acceptanceNotCounted: {
    title: wording('Acceptance not counted'),
    write: ({ finding, reasons }) => ({
      says: say`the acceptance of ${name(finding)} does not count: ${names(reasons)}`,
    }),
  },
};

function amount(budget: Budget, value: number): Sentence {
  if (budget === 'usd') return say`${dollars(value)}`;
  return say`${plural(value, budget === 'calls' ? 'call' : 'minute')}`;
}

function wordOf(budget: Budget): Sentence {
  return { calls: say`calls`, usd: say`usd`, minutes: say`minutes` }[budget];
}

function whyUnasked({ fork, variables }: Pick<FindingArgs['noKeys'], 'fork' | 'variables'>): Sentence {
  if (fork) return say`pull requests from forks get no secrets`;
  if (variables.length === 0) return say`this run was to make no calls`;
  return say`${names(variables)}${pluralForm(variables.length, wording(' is'), wording(' are'))} not set`;
}
