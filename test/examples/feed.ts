import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const months = [
  { month: '2025-12', minutes: 11 },
  { month: '2026-01', minutes: 12 },
  { month: '2026-02', minutes: 13 },
];

// One for all walks of a process: what it is asked and what it answers are then the same in each.
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(months));
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
server.unref();

/** Where a source answers on this machine, for walks that connect to one. */
export const feedPlace = `127.0.0.1:${(server.address() as AddressInfo).port}`;
