// What a config says of a model under test, a judge or the classifier.
import * as z from 'zod';

export const ModelId = z.string().regex(/^[^/\s]+\/\S+$/, 'expected provider/model, such as openai/gpt-5.5');

const ModelOptions = z.strictObject({
  id: ModelId.meta({ description: '`provider/model`: its name here, and in every report.' }),
  model: z.string().min(1).optional().meta({
    description:
      'The name that the provider knows; default: what follows the provider in `id`. Several ids may share one.',
  }),
  version: z.string().optional().meta({
    description: 'What its name does not say, such as a checkpoint. Another version is another model; it is not sent.',
  }),
  params: z.record(z.string(), z.json()).optional().meta({
    description:
      'Sent as they are, lists and objects too: `temperature`, `maxTokens`, `reasoningEffort`, `chat_template_kwargs`.',
  }),
  system: z.string().optional().meta({
    description: 'A file with a system prompt of its own; a judge gets it before the instructions of the gate.',
  }),
  answers: z.string().min(1).optional().meta({
    description:
      'Recorded answers that stand for asking it: a file (JSON Lines, CSV, Parquet, Inspect log) or a folder of them. Needs no provider.',
  }),
  replaces: ModelId.optional().meta({ description: 'The model it is compared with when the list of models changes.' }),
});

export const ModelEntry = z.union([ModelId, ModelOptions]);

/** Judges and classifiers replace nobody. Their own system prompt comes before the gate's. */
export const JudgeEntry = z.union([ModelId, ModelOptions.omit({ replaces: true, answers: true })]);

export type ModelConfig = z.output<typeof ModelOptions>;
