// A bare server with the same queries and nothing else, to hold the product against: `node test/bench/floors.ts`, with DATABASE_URL.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { settled } from '#db/open.ts';
import { ourTypes } from '#db/open-types.ts';
import { panelJoinSql, panelSql, treeSql, writeOne } from './floor-sql.ts';

const pool = new pg.Pool({
  ...settled({ connectionString: process.env.DATABASE_URL! }),
  types: ourTypes,
  max: 20,
});
const app = new Hono();
const of = (context: { req: { query(name: string): string | undefined } }) =>
  context.req.query('organisation')!;

app.get('/constant', (context) => context.json({ ok: true }));
app.get('/panel', async (context) => context.json((await pool.query(panelSql, [of(context)])).rows));
app.get('/panel-join', async (context) => context.json((await pool.query(panelJoinSql, [of(context)])).rows));
app.get('/tree', async (context) => {
  const organisation = of(context);
  const [objectives, keyResults, parents] = await Promise.all(
    treeSql.map((text) => pool.query(text, [organisation, context.req.query('cycle')])),
  );
  return context.json({ objectives: objectives!.rows, keyResults: keyResults!.rows, parents: parents!.rows });
});
app.put('/reading', async (context) => {
  const given = await context.req.json<{ kpi: string; starts: string; period: string; value: number }>();
  const client = await pool.connect();
  try {
    await writeOne(client, of(context), given);
  } finally {
    client.release();
  }
  return context.json(given);
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  process.stdout.write(
    `listening at http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}\n`,
  );
});
