// The names of the formats a study can be written in; apart from their renderers, so that naming them loads nothing.

export const STUDY_FORMATS = ['text', 'json', 'csv', 'html', 'markdown'] as const;
export type StudyFormat = (typeof STUDY_FORMATS)[number];
