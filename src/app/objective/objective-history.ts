import type { Act } from '#app/act.ts';
import { todayIn } from '#app/today.ts';
import type { HistoryEntry } from '#contract/objectives.ts';
import { listCheckIns, listMovedGoalposts } from '#db/check-ins.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';

const most = 200;

/** What has happened to an objective and its key results, the latest first, at most 200 entries. */
export async function historyOf(
  act: Act,
  objective: ObjectiveInCycle,
  keyResults: readonly KeyResultWithLinks[],
): Promise<HistoryEntry[]> {
  const ids = keyResults.map(({ id }) => id);
  const titles = new Map(keyResults.map(({ id, title }) => [id, title]));
  const dayOf = (at: string) => todayIn(act.organisation.timeZone, at);
  const blank = { person: null, keyResult: null, progress: null, confidence: null };
  const checkIns = await listCheckIns(act.tx, act.organisation.id, ids);
  const goalposts = await listMovedGoalposts(act.tx, act.organisation.id, ids);
  const entries: HistoryEntry[] = [
    {
      ...blank,
      at: objective.created_at,
      day: dayOf(objective.created_at),
      kind: 'created',
      title: objective.title,
      words: objective.why,
    },
    ...checkIns.map((row) => ({
      at: row.recorded_at,
      day: row.day,
      kind: 'checked in' as const,
      person: row.author,
      keyResult: row.key_result,
      title: titles.get(row.key_result)!,
      words: [row.changed, row.blocks, row.needs].filter(Boolean).join('\n'),
      progress: row.progress,
      confidence: row.confidence,
    })),
    ...goalposts.map((row) => ({
      ...blank,
      at: row.recorded_at,
      day: dayOf(row.recorded_at),
      kind: 'goalpost moved' as const,
      person: row.author,
      keyResult: row.key_result,
      title: titles.get(row.key_result)!,
      words: `${row.field}: ${row.reason}`,
    })),
    ...keyResults.flatMap((row) => endings(row, dayOf)),
  ];
  return entries.sort((one, other) => later(one, other)).slice(0, most);
}

function endings(row: KeyResultWithLinks, dayOf: (at: string) => string): HistoryEntry[] {
  const of = { keyResult: row.id, title: row.title, progress: null, confidence: null };
  const dropped: HistoryEntry[] = row.dropped_at
    ? [
        {
          ...of,
          at: row.dropped_at,
          day: dayOf(row.dropped_at),
          kind: 'key result dropped',
          person: null,
          words: row.drop_reason ?? '',
        },
      ]
    : [];
  const graded: HistoryEntry[] = row.graded_at
    ? [
        {
          ...of,
          at: row.graded_at,
          day: dayOf(row.graded_at),
          kind: 'graded',
          person: row.graded_by,
          progress: row.score,
          words: row.lesson ?? '',
        },
      ]
    : [];
  return [...dropped, ...graded];
}

function later(one: HistoryEntry, other: HistoryEntry): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return Temporal.Instant.compare(other.at, one.at);
}
