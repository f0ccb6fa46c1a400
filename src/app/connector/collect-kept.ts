import type { Turn } from '#app/act.ts';
import type { Kept } from '#contract/connectors.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { startOf } from '#domain/time/period.ts';
import type { ClaimedRun } from './collect-claim.ts';
import type { Collected, Weighed } from './collected-rows.ts';
import type { Findings } from './connector-shown.ts';

const mostListed = 200;

/** Remembers what the source says where a person's reading was kept, and forgets it where both agree. */
export async function keepAgainst(turn: Turn, claimed: ClaimedRun, { rows }: Collected): Promise<void> {
  if (rows.length === 0) return;
  const { organisation, connector, run } = claimed;
  const starts = ({ period }: Weighed) => startOf(period, turn.organisation.calendar);
  await turn.tx
    .deleteFrom('connector_kept')
    .where('organisation', '=', organisation)
    .where('connector', '=', connector)
    .where('starts', 'in', rows.map(starts))
    .execute();
  const kept = rows.filter(({ would }) => would === 'keep');
  if (kept.length === 0) return;
  await turn.tx
    .insertInto('connector_kept')
    .values(
      kept.map((row) => ({
        ...{ organisation, connector, run },
        starts: starts(row),
        period: row.period,
        value: row.value,
        numerator: row.numerator,
        denominator: row.denominator,
        note: row.note,
      })),
    )
    .execute();
}

type Shown = Pick<KpiWithCounters, 'unit' | 'decimals'>;

type Summary = Record<'created' | 'changed' | 'same' | 'kept' | 'unread', number> & {
  sentence: string;
  findings: string;
};

/** What an answer came to, in numbers and in words. */
export function summary(kpi: Shown, { rows, unread, silent }: Collected): Summary {
  const count = (would: Weighed['would']) => rows.filter((row) => row.would === would).length;
  const counts = {
    created: count('create'),
    changed: count('correct'),
    same: count('same'),
    kept: count('keep'),
    unread: unread.length,
  };
  const kept = rows.filter(({ would }) => would === 'keep').map(keptOf);
  const findings: Findings = { kept: kept.slice(0, mostListed), unread: unread.slice(0, mostListed) };
  return {
    ...counts,
    sentence: sentenceOf(kpi, counts, kept, unread, silent),
    findings: JSON.stringify(findings),
  };
}

function keptOf({ period, value, stands }: Weighed): Kept {
  return { period, stands: stands!.value, source: stands!.source, says: value };
}

const words: Partial<Record<Kept['source'], string>> = { typed: 'typed', import: 'imported', api: 'sent' };

function sentenceOf(
  { unit, decimals }: Shown,
  { created, changed, same, kept: keptCount }: Omit<Summary, 'sentence' | 'findings'>,
  kept: readonly Kept[],
  unread: Collected['unread'],
  silent: readonly string[],
): string {
  const show = (value: number) => formatValue(value, unit as Unit, decimals);
  const counts: [number, string][] = [
    [created, 'new'],
    [changed, 'corrected'],
    [same, 'as before'],
    [keptCount, 'kept against the source'],
    [unread.length, 'that could not be read'],
  ];
  const said = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return [
    said.length > 0 ? `${said.join(', ')}.` : 'The source gave no value.',
    ...kept
      .slice(0, 3)
      .map(({ period, stands, source, says }) =>
        stands === null
          ? `${period}: it was withdrawn, the source says ${show(says)}.`
          : `${period}: ${words[source] ?? source} ${show(stands)} stays, the source says ${show(says)}.`,
      ),
    ...unread.slice(0, 3).map(({ at, fault }) => `${at}: ${fault}`),
    ...(silent.length > 0 && said.length > 0
      ? [
          `Nothing about ${silent.slice(0, 3).join(', ')}${silent.length > 3 ? ` and ${silent.length - 3} more` : ''}.`,
        ]
      : []),
  ].join(' ');
}
