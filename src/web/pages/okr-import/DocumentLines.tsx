import type { ReactNode } from 'react';
import type { OkrDocumentPreview, PreviewedKeyResult, PreviewedObjective } from '#contract/okr-documents.ts';
import { type LineKind, lineKinds } from '#domain/okr-document/document.ts';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { GoalLine } from './GoalLine.tsx';
import classes from './OkrImport.module.css';
import type { OkrImporting } from './useOkrImport.ts';

type Props = Pick<OkrImporting, 'correct' | 'chooseTeam'> & { preview: OkrDocumentPreview };

/** Every line of the document in its order, with what it was read as; each can be said to be something else. */
export function DocumentLines({ preview, correct, chooseTeam }: Props): ReactNode {
  const goals = new Map<number, PreviewedObjective | PreviewedKeyResult>();
  for (const objective of preview.objectives) {
    for (const each of objective.keyResults) goals.set(each.line, each);
    // One line of a table can name both: the objective is told with its first key result.
    if (!goals.has(objective.line)) goals.set(objective.line, objective);
  }
  const teams = new Map(preview.teams.map((each) => [each.line, each]));
  return (
    <ol className={classes.lines} aria-label="Lines of the document">
      {preview.lines.map(({ line, text, kind }) => {
        if (kind === 'blank') return null;
        const goal = goals.get(line);
        const team = teams.get(line);
        return (
          <li key={line} data-kind={kind}>
            <span className={`numbers ${classes.number}`}>{line}</span>
            <KindSelect line={line} kind={kind} onKind={(next) => correct(line, { kind: next })} />
            <div className={classes.what}>
              {goal && <GoalLine goal={goal} correct={correct} />}
              {!goal && team && (
                <TeamSelect
                  label={team.name}
                  placeholder="The whole organisation"
                  value={team.team}
                  onChange={(next) => chooseTeam(line, next)}
                />
              )}
              {!goal && !team && <span className={classes.words}>{text.trim()}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type KindProps = { line: number; kind: LineKind; onKind: (kind: LineKind) => void };

function KindSelect({ line, kind, onKind }: KindProps): ReactNode {
  return (
    <select
      className={classes.kind}
      aria-label={`Line ${line} is`}
      value={kind}
      onChange={(event) => onKind(event.currentTarget.value as LineKind)}
    >
      {lineKinds
        .filter((each) => each === kind || each !== 'not understood')
        .map((each) => (
          <option key={each}>{each}</option>
        ))}
    </select>
  );
}
