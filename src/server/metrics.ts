import { timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Refused } from '#contract/refused.ts';
import type { Carried } from './rest.ts';
import { addressOf, operationOf, type Security } from './security.ts';

/** What Prometheus reads of one process. */
export type Metrics = {
  observe(context: Context<Carried>, milliseconds: number): void;
  registry: Registry;
};

type Pools = Record<'app' | 'auth' | 'owner', pg.Pool>;

/** The numbers of one process: how long each operation took, how busy the pools are; `withProcess` adds memory and the event loop. */
export function metricsOf(pools: Pools): Metrics {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'tandem_request_seconds',
    help: 'Time to answer a request, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const gauge = (name: string, help: string, read: (pool: pg.Pool) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [name, pool] of Object.entries(pools)) this.set({ pool: name }, read(pool));
      },
    });
  gauge('tandem_pool_connections', 'Database connections that are open.', (pool) => pool.totalCount);
  gauge('tandem_pool_idle', 'Database connections that nobody uses.', (pool) => pool.idleCount);
  gauge('tandem_pool_waiting', 'Requests that wait for a connection.', (pool) => pool.waitingCount);
  return {
    registry,
    observe(context, milliseconds) {
      const operation = operationOf(context) ?? placeOf(context.req.path);
      durations.observe({ operation, status: context.res.status }, milliseconds / 1000);
    },
  };
}

/** Adds memory, processor and event loop of this process, which are watched from now on. */
export function watchProcess({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}

/** Adds /metrics: for who has METRICS_TOKEN, or without one for this machine only. */
export function metricsPage(app: Hono<Carried>, { registry }: Metrics, security: Security): void {
  app.get('/metrics', async (context) => {
    if (!mayRead(context, security)) throw new Refused('not_found', 'There is nothing at /metrics.');
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
}

function mayRead(context: Context<Carried>, security: Security): boolean {
  const { metricsToken } = security;
  if (metricsToken === undefined) return /^(127\.|0:0:0:0::)/.test(addressOf(context, security));
  const given = Buffer.from(context.req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${metricsToken}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

// A label for each address would let anyone fill the memory with numbers.
function placeOf(path: string): string {
  if (path.startsWith('/api/auth/')) return 'auth';
  if (path.startsWith('/api/')) return 'other';
  return path.startsWith('/assets/') ? 'asset' : 'page';
}
