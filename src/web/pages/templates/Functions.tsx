import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import classes from './Templates.module.css';

type FunctionName = Output<'templates.list'>['functions'][number];
type Props = {
  functions: readonly FunctionName[];
  of: 'objectives' | 'kpis';
  chosen: string;
  onChoose: (key: string) => void;
};

/** The functions of the library, one of which is shown; those that are parts of a larger one stand below its name. */
export function Functions({ functions, of, chosen, onChoose }: Props): ReactNode {
  const groups = [...Map.groupBy(functions, ({ part }) => part)];
  const what = functions.find(({ key }) => key === chosen)?.what;
  return (
    <nav className={classes.functions} aria-label="Functions">
      {groups.map(([part, own]) => (
        <div key={part ?? ''}>
          {part && <p>{part}</p>}
          <ul>
            {own.map(({ key, name, ...counts }) => (
              <li key={key}>
                <button
                  type="button"
                  aria-current={key === chosen ? 'true' : undefined}
                  onClick={() => onChoose(key)}
                >
                  {name}
                  <span className="numbers">
                    {counts[of]}
                    <span className="unseen"> {of === 'kpis' ? 'KPIs' : 'objectives'}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {what && <p className={classes.what}>{what}</p>}
    </nav>
  );
}
