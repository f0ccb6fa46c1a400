import type { ReactNode } from 'react';
import type { CheckIn } from '#contract/check-ins.ts';
import type { Measure, Report } from '#contract/measures.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { dayName, percent, periodName } from '../../../parts/dates.ts';
import type { Names } from '../../../parts/useNames.ts';
import classes from './CheckInList.module.css';

type Props = {
  checkIns: readonly CheckIn[];
  measure: Measure;
  unit: Unit;
  decimals: number;
  names: Names;
};

/** The check-ins of a key result, the latest first. */
export function CheckInList({ checkIns, measure, unit, decimals, names }: Props): ReactNode {
  return (
    <ol className={classes.list}>
      {checkIns.map((each, index) => (
        <li key={each.id}>
          <div className={classes.when}>
            <time dateTime={each.day}>{dayName(each.day)}</time>
            <span>{names.person(each.author) ?? ''}</span>
            {each.late && <span className={classes.late}>late: the score stands</span>}
          </div>
          <div className={classes.numbers}>
            {each.report && <span>{reportWords(each.report, measure, unit, decimals)}</span>}
            <span className={classes.progress}>{percent(each.progress)}</span>
            <Confidence confidence={each.confidence} before={checkIns[index + 1]?.confidence ?? null} />
          </div>
          <dl className={classes.words}>
            <Said what="Changed" words={each.changed} />
            <Said what="Blocks" words={each.blocks} />
            <Said what="Needs" words={each.needs} />
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Said({ what, words }: { what: string; words: string }): ReactNode {
  if (!words) return null;
  return (
    <div>
      <dt>{what}</dt>
      <dd>{words}</dd>
    </div>
  );
}

/** What a check-in said of its measure, in words: '2h 22m', 'good in January 2026', '2 of 4 steps'. */
function reportWords(report: Report, measure: Measure, unit: Unit, decimals: number): string {
  const about = 'period' in report && report.period ? ` in ${periodName(report.period)}` : '';
  switch (report.kind) {
    case 'value':
      return formatValue(report.value, unit, decimals) + about;
    case 'good':
      return (report.good ? 'good' : 'not good') + about;
    case 'hits':
      return `${report.hits} good so far`;
    case 'steps':
      return measure.kind === 'milestones'
        ? `${report.done.length} of ${measure.steps.length} steps`
        : `${report.done.length} steps`;
    case 'done':
      return report.done ? 'done' : 'not done';
  }
}
