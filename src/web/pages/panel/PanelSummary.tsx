import type { ReactNode } from 'react';
import classes from './Panel.module.css';
import type { PanelView } from './PanelFilters.tsx';
import type { Health } from './panel-view.ts';

type Props = { health: Health; view: PanelView; onChange: (part: Partial<PanelView>) => void };

/** The panel in one line; a count that is not nought shows its KPIs when it is chosen. */
export function PanelSummary({ health, view, onChange }: Props): ReactNode {
  const { kpis, breach, signals, overdue } = health;
  const isCalm = breach + signals + overdue === 0;
  return (
    <p className={classes.summary}>
      <span>{kpis === 1 ? '1 KPI' : `${kpis} KPIs`}</span>
      <Count
        count={breach}
        one="in breach"
        isOn={view.status === 'breach'}
        onToggle={(isOn) => onChange({ status: isOn ? 'breach' : '' })}
      />
      <Count
        count={signals}
        one="signal"
        many="signals"
        isOn={view.signal === 'any'}
        onToggle={(isOn) => onChange({ signal: isOn ? 'any' : '' })}
      />
      <Count
        count={overdue}
        one="overdue"
        isOn={view.status === 'overdue'}
        onToggle={(isOn) => onChange({ status: isOn ? 'overdue' : '' })}
      />
      {isCalm && <span>nothing to see: no breach, no signal, nothing overdue</span>}
    </p>
  );
}

type CountProps = {
  count: number;
  one: string;
  many?: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
};

function Count({ count, one, many = one, isOn, onToggle }: CountProps): ReactNode {
  if (count === 0) return null;
  return (
    <button type="button" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      {count} {count === 1 ? one : many}
    </button>
  );
}
