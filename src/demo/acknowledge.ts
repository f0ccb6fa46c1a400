import { addDays } from '#domain/time/day.ts';
import { type Cast, type PersonKey, people } from './cast.ts';
import type { Plot } from './plot.ts';
import type { Stage } from './stage.ts';
import type { Times } from './times.ts';

// Hugo only looks at the panel, and Chiara and Farid are still to read what they answer for.
const unread: Partial<Record<PersonKey, readonly string[]>> = {
  chiara: ['shop-sales', 'test-rides'],
  farid: ['on-time'],
};

/** Owners and teams read the definitions in the second week, and acknowledge them; not everybody, as everywhere. */
export function acknowledgeDefinitions(stage: Stage, cast: Cast, times: Times, plots: readonly Plot[]): void {
  const keys = (Object.keys(people) as PersonKey[]).filter((key) => key !== 'hugo');
  for (const [at, key] of keys.entries())
    stage.on(addDays(times.begins, 8 + at), 15, async () => {
      const mine = plots.filter(
        ({ owner, team, definition }) =>
          definition && (owner === key || (people[key].teams as readonly string[]).includes(team)),
      );
      for (const { key: kpi } of mine)
        if (!unread[key]?.includes(kpi)) await stage.as(cast[key])('kpis.acknowledge', { kpi });
    });
}
