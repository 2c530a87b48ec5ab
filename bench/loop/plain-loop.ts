// The loop one writes first: so many workers over global fetch, every answer appended to a file. A connection that breaks is
// tried again; nothing else is.
//   node plain-loop.ts ORIGIN SCENARIOS JUDGES CONCURRENCY SPEC-FILE OUT-FILE
import { appendFileSync, readFileSync } from 'node:fs';

const [origin, scenarios, judges, concurrency, specFile, outFile] = process.argv.slice(2);
const spec = readFileSync(specFile!, 'utf8');

async function ask(model: string, messages: readonly object[]): Promise<string> {
  const send = (): Promise<Response> =>
    fetch(`${origin}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
      body: JSON.stringify({ model, messages }),
    });
  const response = await send().catch(send);
  const reply = (await response.json()) as { choices: readonly [{ message: { content: string } }] };
  const text = reply.choices[0].message.content;
  appendFileSync(outFile!, `${JSON.stringify({ model, messages, text })}\n`);
  return text;
}

const queue = Array.from({ length: Number(scenarios) }, (_, index) => index);
async function work(): Promise<void> {
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    const query = `Question ${index}: may I do what I have in mind?`;
    const answer = await ask('m', [{ role: 'user', content: query }]);
    await Promise.all(
      Array.from({ length: Number(judges) }, (_, judge) =>
        ask(`j${judge}`, [
          { role: 'system', content: spec },
          { role: 'user', content: `${query}\n${answer}` },
        ]),
      ),
    );
  }
}
await Promise.all(Array.from({ length: Number(concurrency) }, work));
