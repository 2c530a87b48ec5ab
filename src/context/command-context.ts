// What a command has of the world: where it stands, where it may print, what time it is, when it must stop.

export interface CommandContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What stored answers are signed with; not in `env`, where a config could name it as a key. */
  readonly storeSecret?: string | undefined;
  /** Results: what a pipe would want. */
  readonly print: (text: string) => void;
  /** Progress and remarks: stderr. */
  readonly remark: (text: string) => void;
  readonly output: { readonly isTerminal: boolean; readonly columns: number; readonly colour: boolean };
  readonly progress: { readonly isTerminal: boolean };
  readonly now: () => Date;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Has work done once the command has said how it ended, also where it failed. */
  readonly atEnd: (work: () => Promise<void>) => void;
  /** Aborted by SIGINT and SIGTERM: stop new calls, keep what is finished. */
  readonly signal: AbortSignal;
  /** The folder of the installed package: where the shipped example lies. */
  readonly packageRoot: string;
}
