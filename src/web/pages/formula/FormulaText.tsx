import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useMemo } from 'react';
import { functionNames } from '#domain/formula/functions.ts';
import { tokensOf } from '#domain/formula/token.ts';
import { useOperation } from '../../query.ts';
import { onSameDay } from '../kpi/same-day.ts';
import classes from './FormulaText.module.css';

/** A formula in which each KPI leads to its page, by its key; its name is told on hover and read aloud. */
export function FormulaText({ formula }: { formula: string }): ReactNode {
  const kpis = useOperation('kpis.list', { archived: true });
  const names = useMemo(() => new Map(kpis.data?.map(({ key, name }) => [key, name])), [kpis.data]);
  const read = tokensOf(formula);
  if ('fault' in read) return <code className={classes.formula}>{formula}</code>;
  return (
    <code className={classes.formula}>
      {read.tokens.map(({ kind, text, at, to }, index) => {
        const space = formula.slice(read.tokens[index - 1]?.to ?? 0, at);
        const isCall = functionNames.includes(text) && formula[to] === '(';
        const isKpi = kind === 'quoted' || (kind === 'word' && !isCall);
        return (
          <Fragment key={at}>
            {space}
            {isKpi ? (
              <Link to="/kpis/$kpi" params={{ kpi: text }} search={onSameDay} title={names.get(text)}>
                {formula.slice(at, to)}
              </Link>
            ) : (
              formula.slice(at, to)
            )}
          </Fragment>
        );
      })}
    </code>
  );
}
