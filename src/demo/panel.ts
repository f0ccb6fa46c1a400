import { addDays, type Day } from '#domain/time/day.ts';
import { periodOf } from '#domain/time/period.ts';
import { acknowledgeDefinitions } from './acknowledge.ts';
import type { Cast } from './cast.ts';
import { monthlyKpis } from './kpis-monthly.ts';
import { drivers, weeklyKpis } from './kpis-weekly.ts';
import type { Plot } from './plot.ts';
import { type DemoReading, readingsOf } from './readings.ts';
import type { Stage } from './stage.ts';
import type { Times } from './times.ts';

/** Defines all KPIs with their thresholds, fans one out, and lets their readings come in as they become known. */
export async function setUpPanel(stage: Stage, cast: Cast, times: Times): Promise<void> {
  const bruno = stage.as(cast.bruno);
  const plots = [...weeklyKpis(times), ...monthlyKpis(times)];
  const ids = new Map<string, string>();
  for (const plot of plots) {
    const { owner, team, counters: _, lines, course: __, children, ...definition } = plot;
    const kpi = await bruno('kpis.create', { ...definition, owner: cast[owner].id, team: cast.teams[team] });
    ids.set(plot.key, kpi.id);
    if (lines) {
      const reason = 'Agreed when we began.';
      await bruno('thresholds.record', { kpi: kpi.id, from: times.begins, ...lines, reason });
    }
    if (children)
      await bruno('kpis.fanOut', {
        kpi: kpi.id,
        children: children.map(({ key, name }) => ({
          key,
          name,
          owner: cast[owner].id,
          team: cast.teams[team],
        })),
      });
  }
  for (const { key, counters } of plots)
    if (counters)
      await bruno('kpis.change', { kpi: key, counterMetrics: counters.map((counter) => ids.get(counter)!) });
  for (const [input, output, note] of drivers) await bruno('drivers.link', { kpi: output, input, note });
  acknowledgeDefinitions(stage, cast, times, plots);
  comeIn(stage, cast, times, plots);
  explain(stage, cast, times);
}

// For two years Bruno typed the figures once a month; since then they come in each week.
function comeIn(stage: Stage, cast: Cast, times: Times, plots: readonly Plot[]): void {
  const bruno = stage.as(cast.bruno);
  const weeklyFrom = addDays(times.today, -370);
  const readings = plots.flatMap((plot) => readingsOf(plot, times));
  const byDay = Map.groupBy(readings, ({ known }) => (known < weeklyFrom ? monthEnd(known) : known));
  for (const [day, known] of byDay)
    stage.on(day, 7, () => bruno('readings.recordMany', { readings: known.map(given) }));
}

function given({ known: _, ...reading }: DemoReading): Omit<DemoReading, 'known'> {
  return reading;
}

function monthEnd(day: Day): Day {
  return `${day.slice(0, 7)}-28` >= day ? `${day.slice(0, 7)}-28` : addDays(`${day.slice(0, 7)}-28`, 3);
}

// Notes, phases and corrections, as they happen to every panel.
function explain(stage: Stage, cast: Cast, { today, quarters: [earlier, last] }: Times): void {
  const note = (key: string, who: keyof Omit<Cast, 'teams'>, day: Day, words: string, cadence = 'weekly') =>
    stage.on(addDays(day, 9), 10, () =>
      stage.as(cast[who])('annotations.create', {
        kpi: key,
        from: periodOf(cadence as 'weekly', day),
        note: words,
      }),
    );
  const newShop = addDays(today, -436);
  note('online-orders', 'dele', newShop, 'New web shop went live');
  stage.on(addDays(newShop, 77), 9, () =>
    stage.as(cast.dele)('phases.create', {
      ...{ kpi: 'online-orders', from: periodOf('weekly', addDays(newShop, 9)) },
      reason: 'The new web shop sells more: it is another process now.',
    }),
  );
  note(
    'first-answer',
    'emi',
    addDays(earlier.starts, 21),
    'Answers to common questions moved into the web shop',
  );
  note('on-time', 'farid', addDays(earlier.starts, 18), 'Second carrier for the north');
  note('on-time', 'farid', addDays(last.starts, 14), 'The second carrier gave notice');
  note('margin', 'greta', addDays(today, -300), 'Steel surcharge', 'monthly');
  stage.on(addDays(today, -100), 11, async () => {
    const period = periodOf('weekly', addDays(today, -112));
    const emi = stage.as(cast.emi);
    const [reading] = await emi('readings.revisions', { kpi: 'first-answer', period });
    if (reading?.value == null) return;
    await emi('readings.record', {
      ...{ kpi: 'first-answer', period, value: reading.value + 6 },
      reason: 'The export had left out the weekend.',
    });
  });
}
