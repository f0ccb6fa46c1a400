import { gzipSync } from 'node:zlib';
import type { Bench } from '../measure.ts';

/** What the first page load costs: the page, and every script and style sheet that it names or preloads. */
export async function firstLoadRow({ served: { address } }: Bench): Promise<string[]> {
  const page = await fetch(address);
  const html = await page.text();
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  if (named.length === 0) return ['first page load: the web is not built (npm start builds it)'];
  let bytes = 0;
  let script = 0;
  for (const path of new Set(named)) {
    const gzipped = gzipSync(Buffer.from(await (await fetch(new URL(path, address))).arrayBuffer())).length;
    bytes += gzipped;
    if (path.endsWith('.js')) script += gzipped;
  }
  const kilo = (count: number) => `${(count / 1024).toFixed(0)} KB`;
  return [
    `first page load: ${new Set(named).size + 1} requests, ${kilo(bytes + gzipSync(html).length)} gzipped, of which script ${kilo(script)}`,
  ];
}
