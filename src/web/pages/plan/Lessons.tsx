import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import type { CyclePlan } from '#contract/planning.ts';
import { Fault } from '../../parts/Fault.tsx';
import type { Names } from '../../parts/useNames.ts';
import { useCall } from '../../query.ts';
import { FateLink } from '../okr/grade/FateLink.tsx';
import { ScoreMark } from '../okr/grade/ScoreMark.tsx';
import { Owner } from '../okr/Owner.tsx';
import { Copied } from './Copied.tsx';
import { type Choice, chosenCount, toCopy, toggled, toggledKeyResult } from './choice.ts';
import classes from './Plan.module.css';

type Lesson = CyclePlan['lessons'][number];
type Props = { plan: CyclePlan; last: Cycle; names: Names; mayWrite: boolean };

const stale = ['cycles', 'objectives', 'keyResults', 'gaps', 'kpis', 'judgements'];

/** What came of the last cycle, objective by objective; what was good can be copied into the one that is planned. */
export function Lessons({ plan, last, names, mayWrite }: Props): ReactNode {
  const { cycle, lessons, undecided } = plan;
  const [choice, choose] = useState<Choice>(new Map());
  const copy = useCall('cycles.copy', { stale, onDone: () => choose(new Map()) });
  const count = chosenCount(choice);
  const open = last.keyResults - last.graded;
  return (
    <section aria-labelledby="plan-lessons">
      <h2 id="plan-lessons">
        What did we learn in{' '}
        <Link to="/cycles/$cycle" params={{ cycle: last.id }}>
          {last.name}
        </Link>
        ?
      </h2>
      <p className={classes.lead}>
        {open > 0 && last.state !== 'active'
          ? `${open} of ${last.keyResults} key results have no score yet: grade first, then plan. `
          : ''}
        {last.state === 'active' ? 'It still runs: scores and lessons come with its grading. ' : ''}
        {mayWrite && lessons.some(({ mayCopy }) => mayCopy)
          ? 'Choose what is worth another try: it is copied with key results, owners and links, without values and scores.'
          : ''}
      </p>
      {undecided.length > 0 && (
        <p className={classes.notice}>
          {undecided.length === 1 ? 'One key result is' : `${undecided.length} key results are`} to be carried
          over, and nobody has said where to:{' '}
          {undecided.map(({ id, title, objective }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/objectives/$objective" params={{ objective: objective.id }} hash={id}>
                {title}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {lessons.length === 0 && <p className={classes.lead}>It had no objective that you may see.</p>}
      <ul className={classes.lessons}>
        {lessons.map((lesson) => (
          <LessonItem
            key={lesson.id}
            lesson={lesson}
            names={names}
            choice={choice}
            onChoose={mayWrite && lesson.mayCopy ? choose : undefined}
          />
        ))}
      </ul>
      {plan.moreLessons > 0 && (
        <p className={classes.more}>And {plan.moreLessons} more objectives: choose a team to see its own.</p>
      )}
      {count > 0 && (
        <div className={classes.bar}>
          <span className="numbers">{count === 1 ? '1 objective chosen' : `${count} objectives chosen`}</span>
          <Button
            size="compact-sm"
            loading={copy.isPending}
            onClick={() => copy.mutate({ cycle: cycle.id, objectives: toCopy(choice, lessons) })}
          >
            Copy into {cycle.name}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose(new Map())}>
            Choose none
          </Button>
        </div>
      )}
      <Fault of={copy.error} />
      {copy.data && <Copied answer={copy.data} />}
    </section>
  );
}

type ItemProps = {
  lesson: Lesson;
  names: Names;
  choice: Choice;
  onChoose: ((choice: Choice) => void) | undefined;
};

function LessonItem({ lesson, names, choice, onChoose }: ItemProps): ReactNode {
  const { id, title, owner, team, score, state, dropReason, keyResults } = lesson;
  const chosen = choice.get(id);
  return (
    <li>
      <div className={classes.lesson}>
        {onChoose && (
          <Checkbox
            size="xs"
            aria-label={`Copy “${title}”`}
            checked={chosen !== undefined}
            onChange={() => onChoose(toggled(choice, lesson))}
          />
        )}
        <h3>
          <Link to="/objectives/$objective" params={{ objective: id }}>
            {title}
          </Link>
        </h3>
        <span className={classes.owned}>
          <Owner id={owner} team={team} names={names} />
          {state === 'dropped' ? <span>dropped</span> : <ScoreMark score={score} />}
        </span>
      </div>
      {dropReason && <p className={classes.words}>Dropped: {dropReason}</p>}
      <ul className={classes.keyResults}>
        {keyResults.map((each) => (
          <li key={each.id}>
            {onChoose && chosen && each.dropped === null && (
              <Checkbox
                size="xs"
                aria-label={`Copy the key result “${each.title}”`}
                checked={chosen.has(each.id)}
                onChange={() => onChoose(toggledKeyResult(choice, id, each.id))}
              />
            )}
            <div className={classes.told}>
              <p>{each.title}</p>
              {each.lesson && <p className={classes.words}>{each.lesson}</p>}
              {each.dropped !== null && <p className={classes.words}>Dropped: {each.dropped}</p>}
            </div>
            <span className={classes.fate}>
              {each.dropped === null && <ScoreMark score={each.score} isTight />}
              {each.fate && (
                <span>
                  {each.fate}
                  <FateLink grade={each} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
