const DEFAULT_BANK = ".spec-gate/bank.jsonl";
export { DEFAULT_BANK as t };
