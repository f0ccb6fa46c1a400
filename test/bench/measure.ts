import { readFileSync } from 'node:fs';
import type { Tandem } from '#app/perform.ts';
import { type Call, client } from '#client/client.ts';
import type { OpenDatabase } from '#db/open.ts';
import type { Day } from '#domain/time/day.ts';
import { assemble } from '#server/assemble.ts';
import { securityOf } from '#server/security.ts';
import { makeOrganisation } from '../make.ts';
import { fillKpis } from './fill.ts';
import { load, type Measured } from './load.ts';
import { analyseRow } from './rows/analyse.ts';
import { batchRows } from './rows/batch.ts';
import { coachRows } from './rows/coach.ts';
import { connectorRows } from './rows/connectors.ts';
import { firstLoadRow } from './rows/first-load.ts';
import { forecastRow } from './rows/forecast.ts';
import { formulaRows } from './rows/formulas.ts';
import { okrRows } from './rows/okrs.ts';
import { panelRows } from './rows/panel.ts';
import { largePanelRows } from './rows/panel-large.ts';
import { readingRows } from './rows/reading.ts';
import type { Line } from './table.ts';

export type Place = {
  served: { address: string; pid: number };
  floors: { address: string; pid: number };
  open: OpenDatabase;
};

/** What the rows are measured with: a product and a bare server over one database, and an organisation of 200 weekly KPIs. */
export type Bench = Place & {
  seconds: number;
  today: Day;
  /** The door itself, for what is filled in without going over HTTP. */
  tandem: Tandem;
  clock: { now: string };
  organisation: string;
  /** Performs an operation of the product over HTTP, and the headers of one who may write. */
  call: Call;
  headers: Record<string, string>;
  kpis: readonly string[];
  /** A constant answer of the bare server. */
  constant(connections: number): Promise<Measured>;
};

/** The rows of the table in their order; each file of rows/ measures one thing beside its floors. */
const rows: readonly ((bench: Bench) => Promise<(Line | string)[]>)[] = [
  readingRows,
  batchRows,
  formulaRows,
  panelRows,
  largePanelRows,
  connectorRows,
  okrRows,
  forecastRow,
  analyseRow,
  coachRows,
  firstLoadRow,
];

/** Measures every row, each beside floors taken in the same run. */
export async function measureAll(place: Place, quick: boolean): Promise<(Line | string)[]> {
  const { served, floors, open } = place;
  const seconds = quick ? 1 : 3;
  const clock = { now: new Date().toISOString() };
  const today = clock.now.slice(0, 10);
  const { tandem } = assemble({
    database: open,
    secrets: { session: 'unused in the bench', sealing: ['5e'.repeat(32)], audit: 'unused in the bench' },
    clock: () => clock.now,
    security: securityOf({ RATE_LIMIT: '0' }),
    log: () => {},
  });
  const organisation = await makeOrganisation({ tandem, clock }, 'bench');
  const token = organisation.owner.tokens.write;
  const call: Call = client({ address: served.address, token });
  const bench: Bench = {
    ...place,
    ...{ seconds, today, tandem, clock, call, organisation: organisation.id },
    headers: { authorization: `Bearer ${token}` },
    kpis: await fillKpis(call, 200, today),
    constant: (connections) =>
      load(floors.address, () => ({ method: 'GET', path: '/constant' }), { connections, seconds }),
  };
  const lines: (Line | string)[] = [];
  for (const row of rows) lines.push(...(await row(bench)));
  lines.push(`resident memory: product ${megabytes(served.pid)} MB, bare server ${megabytes(floors.pid)} MB`);
  return lines;
}

function megabytes(pid: number): string {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return ((pages * 4096) / 1024 / 1024).toFixed(0);
}
