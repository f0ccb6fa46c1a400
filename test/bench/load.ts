import { Agent, request } from 'node:http';

/** What a closed loop of a few connections measured: requests a second, and milliseconds. */
export type Measured = {
  perSecond: number;
  p50: number;
  p99: number;
  count: number;
  failed: number;
  bytes: number;
};

export type Shot = {
  method: string;
  path: string;
  body?: string | undefined;
  headers?: Record<string, string>;
};

/** Sends shots over so many kept-alive connections for some seconds, each connection waiting for its answer before it sends the next. */
export async function load(
  address: string,
  shot: (index: number) => Shot,
  { connections, seconds = 3, warm = 0.5 }: { connections: number; seconds?: number; warm?: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let sent = 0;
  const send = () => {
    const index = sent;
    sent += 1;
    return one(address, agent, shot(index));
  };
  await loop(connections, warm, send);
  const measured = await loop(connections, seconds, send);
  agent.destroy();
  return measured;
}

/** The same loop over any asynchronous work, such as a query straight through a pool. */
export async function loop(
  connections: number,
  seconds: number,
  work: () => Promise<{ ok: boolean; bytes: number } | undefined>,
): Promise<Measured> {
  const took: number[] = [];
  let failed = 0;
  let bytes = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      const answer = await work();
      if (answer && !answer.ok) failed += 1;
      bytes = answer?.bytes ?? 0;
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  return { perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99), count: took.length, failed, bytes };
}

function one(address: string, agent: Agent, shot: Shot): Promise<{ ok: boolean; bytes: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ ok: boolean; bytes: number }>();
  const headers = {
    ...shot.headers,
    ...(shot.body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(shot.body) }),
  };
  const sending = request(
    new URL(shot.path, address),
    { method: shot.method, agent, headers },
    (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ ok: (response.statusCode ?? 500) < 400, bytes }));
      response.on('error', reject);
    },
  );
  sending.on('error', reject);
  sending.end(shot.body);
  return promise;
}
