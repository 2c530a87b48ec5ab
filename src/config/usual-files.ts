// Where a project's files lie unless its config says otherwise; apart from the schema, so that naming one loads nothing.

const CONFIG_FILE = 'spec-gate.yml';
export const DEFAULT_BANK = '.spec-gate/bank.jsonl';
