// Which batches are out: written down before the first look at one, so that a run that ends goes on where it was.

export interface BatchRecord {
  /** The provider's base URL: ids of one server mean nothing to another. */
  readonly server: string;
  readonly batch: string;
  readonly model: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Each item's id, and the name of the question that it asks. */
  readonly items: Readonly<Record<string, string>>;
}

export interface BatchJournal {
  readonly read: () => readonly BatchRecord[];
  /** Returns after it survives the death of this process. */
  readonly add: (record: BatchRecord) => void;
  readonly remove: (record: BatchRecord) => void;
}

/** Vendors keep results for 29 or 30 days. */
export const KEPT_DAYS = 28;
