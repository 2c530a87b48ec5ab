// Why something is not measured or cannot move, in a table's cell and in a sentence.
import type { VoidReason } from '../decision/void-options.ts';
import { wording, type Wording } from '../render/sentence.ts';

export const VOID_REASONS: Readonly<Record<VoidReason, { readonly brief: Wording; readonly says: Wording }>> = {
  'same-answers': {
    brief: wording('same answers'),
    says: wording(
      'models are trained towards this spec, so both sides judge the same stored answers and nothing but rulings can move',
    ),
  },
  'one-text': {
    brief: wording('one text'),
    says: wording('both sides are judged under one text, so no text can allow more than the other'),
  },
  'same-rules': {
    brief: wording('judges read the same'),
    says: wording(
      'judges read the same text of these scenarios on both sides, so none of them is forbidden or allowed anew',
    ),
  },
  'one-model': { brief: wording('one model'), says: wording('it is about several models, and there is one') },
  'two-models': {
    brief: wording('under 3 models'),
    says: wording('to stand apart from nearly all others takes three models'),
  },
  'one-draw': {
    brief: wording('one draw a side'),
    says: wording('to stand apart an answer must do so in two draws, and one of each side decided'),
  },
  'one-judge': { brief: wording('one judge'), says: wording('it compares judges, and there is one') },
  'no-classifier': {
    brief: wording('no classifier'),
    says: wording('it needs scored answers, and the config names no classifier'),
  },
  'no-rubrics': {
    brief: wording('no rubrics'),
    says: wording('it needs scored answers, and no scenario of this check has rubrics'),
  },
  'not-scored': {
    brief: wording('not scored'),
    says: wording('it needs scored answers, and none of this check was scored'),
  },
  'no-shared-clauses': {
    brief: wording('no clause cited'),
    says: wording('no two judges rest on the same clause'),
  },
};
