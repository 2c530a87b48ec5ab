// What a command is given: its folder, its streams, what time it is, and when it must stop.

export interface CommandContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What stored answers are signed with; not in `env`, where a config could name it as a key. */
  readonly storeSecret?: string | undefined;
  /** Prints results, to stdout. */
  readonly print: (text: string) => void;
  /** Prints progress and remarks, to stderr. */
  readonly remark: (text: string) => void;
  readonly output: { readonly isTerminal: boolean; readonly columns: number; readonly colour: boolean };
  readonly progress: { readonly isTerminal: boolean };
  readonly now: () => Date;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Runs `work` after the command has reported how it ended, also where it failed. */
  readonly atEnd: (work: () => Promise<void>) => void;
  /** Aborted by SIGINT and SIGTERM: stop new calls, keep what is finished. */
  readonly signal: AbortSignal;
  /** The folder of the installed package: where the shipped example lies. */
  readonly packageRoot: string;
}
