// The line of a model or an option in the text of a config.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

export interface ConfigLines {
  /** The entry of a model, counted from 1. */
  readonly ofModel: (id: string) => number | undefined;
  /** `margins.nonCompliance`, or the nearest option above it that is there. */
  readonly ofOption: (name: string) => number | undefined;
}

/** For a text that `parseConfig` accepts. */
export function createConfigLines(text: string): ConfigLines {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineOf = (node: unknown): number | undefined => {
    const range = (node as Partial<Node> | undefined)?.range;
    return range ? counter.linePos(range[0]).line : undefined;
  };
  const ofOption = (name: string): number | undefined => {
    let found: unknown;
    let inside: unknown = document.contents;
    for (const part of name.split('.')) {
      if (!isMap(inside)) break;
      const pair = inside.items.find(({ key }) => isScalar(key) && key.value === part);
      if (pair === undefined) break;
      found = pair.key;
      inside = pair.value;
    }
    return lineOf(found);
  };
  const ofModel = (id: string): number | undefined => {
    const models = document.get('models', true);
    const entry = isSeq(models)
      ? models.items.find((item) => (isMap(item) ? item.get('id') === id : isScalar(item) && item.value === id))
      : undefined;
    return lineOf(entry);
  };
  return { ofModel, ofOption };
}
