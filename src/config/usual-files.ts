// Where a project’s bank lies unless its config says otherwise; apart from the schema, so that naming it loads nothing.

export const DEFAULT_BANK = '.spec-gate/bank.jsonl';
