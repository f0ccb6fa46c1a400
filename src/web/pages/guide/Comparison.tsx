import type { ReactNode } from 'react';
import classes from './Guide.module.css';

const rows: readonly (readonly [about: string, kpi: string, okr: string])[] = [
  [
    'It is for',
    'knowing whether the operation runs as it should',
    'changing what does not, or is not there yet',
  ],
  ['It asks', 'Are we well?', 'Where do we want to be, and are we getting there?'],
  [
    'It lasts',
    'for as long as the work does; it never expires',
    'one cycle, mostly a quarter; then it is graded and closed',
  ],
  [
    'Its number',
    'a line to keep: a floor, a ceiling, a desired level',
    'a way to go: from a baseline to a target',
  ],
  [
    'Ambition',
    'none, it may be dull; but a floor is not negotiable',
    'committed is reached in full; aspirational is a success from 0.7 on',
  ],
  [
    'How many',
    'as many as somebody acts on when they move, each with one owner',
    '3 to 5 objectives a team and cycle, 2 to 5 key results each',
  ],
  [
    'Who looks, when',
    'its owner at every reading; the team weekly, and only at what stands out',
    'its owner checks in weekly; the team reviews monthly; everybody at the end of the cycle',
  ],
  [
    'When it looks bad',
    'first ask whether it is noise. A signal: find the cause. A floor that the process cannot keep: that is a gap, write an OKR',
    'say so early: confidence falls, the initiatives change, the target stays',
  ],
  [
    'At the end',
    'there is none',
    'a score, a lesson, and a fate: keep the gain, carry over, drop, or turn into a KPI',
  ],
  [
    'Beside it',
    'a counter-metric that would suffer if this one were gamed',
    'guardrails: KPIs that must not be harmed on the way',
  ],
];

/** KPIs and OKRs side by side; on a phone below each other. */
export function Comparison(): ReactNode {
  return (
    <section className={classes.chapter} id="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">Side by side</h2>
      <table className={classes.comparison}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              KPI <span>the instrument panel</span>
            </th>
            <th scope="col">
              OKR <span>the destination</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([about, kpi, okr]) => (
            <tr key={about}>
              <th scope="row">{about}</th>
              <td data-of="KPI">{kpi}</td>
              <td data-of="OKR">{okr}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.rule}>
        In a sentence:{' '}
        <b>if it must not get worse, watch it with a KPI; if it has to become different, write an OKR.</b> And
        if the same number needs both, it has both: the key result reads the KPI.
      </p>
    </section>
  );
}
