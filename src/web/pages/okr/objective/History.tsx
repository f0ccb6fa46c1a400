import { type ReactNode, useState } from 'react';
import type { HistoryEntry } from '#contract/objectives.ts';
import { percent, shortDay } from '../../../parts/dates.ts';
import type { Names } from '../../../parts/useNames.ts';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import classes from './History.module.css';

const atFirst = 8;

/** What has happened to an objective and its key results, the latest first. */
export function History({ detail, names }: { detail: ObjectiveDetail; names: Names }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const { history } = detail;
  const shown = isWhole ? history : history.slice(0, atFirst);
  return (
    <section className={classes.history}>
      <h2>History</h2>
      <ol>
        {shown.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.keyResult} ${entry.words}`}>
            <time dateTime={entry.day}>{shortDay(entry.day)}</time>
            <div>
              <p>
                {entry.person && <b>{names.person(entry.person) ?? '…'} </b>}
                {did(entry)}
                {entry.keyResult && <span> {entry.title}</span>}
              </p>
              {entry.kind !== 'created' && entry.words && <p className={classes.words}>{entry.words}</p>}
            </div>
          </li>
        ))}
      </ol>
      {history.length > atFirst && !isWhole && (
        <button type="button" className="no-print" onClick={() => setWhole(true)}>
          Show all {history.length}
        </button>
      )}
    </section>
  );
}

function did({ kind, progress, confidence }: HistoryEntry): string {
  const numbers = [
    ...(progress === null ? [] : [percent(progress)]),
    ...(confidence === null ? [] : [`confidence ${confidence}`]),
  ].join(', ');
  switch (kind) {
    case 'created':
      return 'Written';
    case 'checked in':
      return numbers ? `checked in (${numbers}):` : 'checked in:';
    case 'goalpost moved':
      return 'moved a goalpost:';
    case 'key result dropped':
      return 'Dropped:';
    case 'graded':
      return `graded${progress === null ? '' : ` ${progress.toFixed(2)}`}:`;
  }
}
