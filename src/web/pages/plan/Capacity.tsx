import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CyclePlan } from '#contract/planning.ts';
import { usual } from '#domain/okr/capacity.ts';
import { PersonName } from '../../parts/PersonName.tsx';
import type { Names } from '../../parts/useNames.ts';
import classes from './Plan.module.css';

type Props = { plan: CyclePlan; names: Names; team: string };

/** What is drafted so far, team by team, beside what is usual and what was reached last time. */
export function Capacity({ plan, names, team }: Props): ReactNode {
  const teams = plan.teams.filter((each) => !team || each.team === team);
  const talked = plan.people.filter(({ advice }) => advice.length > 0);
  const { objectives, keyResults } = usual;
  return (
    <section className={classes.capacity}>
      <h2>What is drafted so far?</h2>
      <p className={classes.lead}>
        {objectives.fewest} to {objectives.most} objectives a team, {keyResults.fewest} to {keyResults.most}{' '}
        key results each. Advice, not a wall.
      </p>
      {teams.length === 0 && <p className={classes.words}>Nothing is drafted yet.</p>}
      <ul className={classes.loads}>
        {teams.map((load) => (
          <li key={load.team ?? ''}>
            <h3>{load.team ? (names.team(load.team) ?? '…') : 'The organisation'}</h3>
            <p className={classes.numbers}>{loadWords(load)}</p>
            <ul className={classes.drafts}>
              {plan.drafted
                .filter((each) => each.team === load.team)
                .map((each) => (
                  <li key={each.id}>
                    <Link to="/objectives/$objective" params={{ objective: each.id }}>
                      {each.title}
                    </Link>
                    <span>{originWords(each)}</span>
                  </li>
                ))}
            </ul>
            <Advice words={load.advice} />
          </li>
        ))}
      </ul>
      {plan.moreDrafted > 0 && (
        <p className={classes.more}>And {plan.moreDrafted} more: choose a team to see its own.</p>
      )}
      {talked.length > 0 && (
        <>
          <h3 className={classes.people}>Who carries much</h3>
          <ul className={classes.loads}>
            {talked.map(({ person, objectives: own, keyResults: carried, advice }) => (
              <li key={person}>
                <PersonName name={names.person(person)} isMe={names.isMe(person)} />
                <p className={classes.numbers}>
                  {count(own, 'objective')}, {count(carried, 'key result')}
                </p>
                <Advice words={advice} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Advice({ words }: { words: readonly string[] }): ReactNode {
  if (words.length === 0) return null;
  return (
    <ul className={classes.advice}>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function originWords({ keyResults, carriedFrom, gapKpi }: CyclePlan['drafted'][number]): string {
  return [
    keyResults === 0 ? 'no key result yet' : count(keyResults, 'key result'),
    ...(carriedFrom ? [`carried over from ${carriedFrom}`] : []),
    ...(gapKpi ? [`from the gap of ${gapKpi.name}`] : []),
  ].join(' · ');
}

function loadWords({ objectives, keyResults, last }: CyclePlan['teams'][number]): string {
  const drafted = `${count(objectives, 'objective')}, ${count(keyResults, 'key result')}`;
  const before = last.objectives === 0 ? 'none' : count(last.objectives, 'objective');
  const reached = last.graded > 0 ? `, ${last.reached} of ${count(last.graded, 'key result')} reached` : '';
  return `${objectives === 0 ? 'Nothing yet' : drafted} · last time ${before}${reached}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
