// What the runner reads out of a step's output and of the files it gives the step.

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** `file`, `line`, `endLine`, `title` ... as they were printed. */
  readonly properties: Readonly<Record<string, string>>;
}

/** `::name key=value,…::message` at the start of a trimmed line, or `##[name …]message` anywhere in it (ActionCommand.cs). */
export function readCommands(log: string): {
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly otherCommands: readonly string[];
} {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const otherCommands: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/)) {
    const match =
      /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line) ?? /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    if (match === null) continue;
    const [, name = '', properties = '', data = ''] = match;
    const message = unescape(data);
    if (name === 'error' || name === 'warning' || name === 'notice') {
      annotations.push({ level: name, message, properties: readProperties(properties) });
    } else if (name === 'add-mask') masks.push(message);
    else if (!['debug', 'group', 'endgroup'].includes(name)) otherCommands.push(line.trim());
  }
  return { annotations, masks, otherCommands };
}

/** `name<<delimiter`, lines, `delimiter`; or `name=value`. Of a name given twice the last value holds, as in the runner. */
export function readKeyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, index + 1);
      values[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line.includes('=')) values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return values;
}

function readProperties(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(/[,;]/)
      .map((pair) => pair.trim().split('='))
      .flatMap(([name, ...value]) => (name === undefined || name === '' ? [] : [[name, unescape(value.join('='))]])),
  );
}

function unescape(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
