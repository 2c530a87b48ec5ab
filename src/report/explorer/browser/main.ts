// What runs in the page: takes the data out of it and puts the list to use. Built into dist/page.js.
import { h, render } from 'preact';
import { Explorer } from './explorer.ts';
import { unpackData } from './unpack-data.ts';

async function start(): Promise<void> {
  const block = document.querySelector('#explorer-data');
  const place = document.querySelector('#explorer');
  if (block === null || place === null) return;
  const data = await unpackData(block.textContent ?? '');
  render(h(Explorer, { data }), place);
}

// The list that was written with the page stays where this one cannot be made.
start().catch((error: unknown) => reportError(error));
