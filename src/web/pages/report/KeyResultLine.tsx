import type { ReactNode } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { Names } from '../../parts/useNames.ts';
import { Why } from '../../parts/Why.tsx';
import { ScoreMark } from '../okr/grade/ScoreMark.tsx';
import { measureWords } from '../okr/key-result/measure-words.ts';
import { ownerWords } from './owner-words.ts';
import classes from './Report.module.css';
import { breachesWords, signalWord, withoutAction } from './report-words.ts';

type Props = { sheet: GradeSheet; names: Names; report: CycleReport };

/** One key result in a report: its numbers in a row, and the words that belong to them below. */
export function KeyResultLine({ sheet, names, report }: Props): ReactNode {
  const { keyResult, suggested, counterfactual } = sheet;
  const { title, grade, owner } = keyResult;
  return (
    <tbody>
      <tr className={classes.keyResult}>
        <th scope="row">
          {title}
          <span>
            {measureWords(keyResult)}, {ownerWords(names.person(owner))}
          </span>
        </th>
        <td className={classes.number} data-label="Without action">
          {counterfactual ? (
            <Why title="Without action" rule={keyResult.foreseen?.sentence} so={counterfactual.sentence}>
              {withoutAction(sheet)}
            </Why>
          ) : (
            '–'
          )}
        </td>
        <td className={classes.number} data-label={report.isInterim ? 'By now' : 'Reached'}>
          {suggested?.toFixed(2) ?? '–'}
        </td>
        <td data-label="Signal">{signalWord(sheet)}</td>
        <td data-label="Score">
          <ScoreMark score={grade?.score ?? null} isTight />
        </td>
        <td data-label="Fate">{grade?.fate ?? '–'}</td>
      </tr>
      <tr className={classes.words}>
        <td colSpan={6}>
          <Words sheet={sheet} report={report} />
        </td>
      </tr>
    </tbody>
  );
}

function Words({ sheet, report: { kpis, isInterim } }: Omit<Props, 'names'>): ReactNode {
  const { keyResult, guardrails, movedGoalposts, asFrozen, changedSince, late, cap } = sheet;
  const { grade } = keyResult;
  const breached = guardrails.filter(({ breaches }) => breaches.length > 0);
  return (
    <dl>
      {grade && <Said name="Lesson" words={grade.lesson} />}
      {grade?.explanation && <Said name="What happened" words={grade.explanation} />}
      {grade?.reason && <Said name="Why this score" words={grade.reason} />}
      {breached.map(({ id, name, breaches }) => {
        const kpi = kpis.find((each) => each.id === id) ?? { unit: { kind: 'number' as const }, decimals: 2 };
        return (
          <Said
            key={id}
            name="Guardrail breached"
            words={`${name}: ${breachesWords(breaches, kpi)}${cap === null ? '' : '. The score is capped at 0.69'}`}
          />
        );
      })}
      {guardrails.length > 0 && breached.length === 0 && (
        <Said
          name={isInterim ? 'Guardrails hold' : 'Guardrails held'}
          words={guardrails.map(({ name }) => name).join(', ')}
        />
      )}
      {movedGoalposts.length > 0 && (
        <Said
          name={movedGoalposts.length === 1 ? 'Goalpost moved' : `${movedGoalposts.length} goalposts moved`}
          words={
            asFrozen === null
              ? 'see below'
              : `by the promise as it was frozen it would be ${asFrozen.toFixed(2)}; see below`
          }
        />
      )}
      {late.length > 0 && (
        <Said
          name="Late"
          words={`${late.length} ${late.length === 1 ? 'value' : 'values'} came after the end, and changed nothing`}
        />
      )}
      {changedSince.length > 0 && <Said name="Since graded" words={changedSince.join(' ')} />}
    </dl>
  );
}

function Said({ name, words }: { name: string; words: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}
