import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { useOperation } from '../../query.ts';
import classes from './Source.module.css';

/** Says to who looks after a KPI that its source has stopped to answer; nothing while all is well. */
export function FailingConnectors(): ReactNode {
  const lines = useOperation('connectors.list', {}).data ?? [];
  // Why it fails is told only to those who may mend it.
  const failing = lines.filter(({ failingSince, active, fault }) => failingSince && active && fault !== null);
  const [first] = failing;
  if (!first) return null;
  return (
    <p className={classes.line} role="status">
      <Mark glyph={glyphs.cross} tone="bad">
        {failing.length === 1 ? 'A connector fails' : `${failing.length} connectors fail`}
      </Mark>
      {failing.length === 1 ? (
        <>
          <span>{first.fault}</span>
          <Link to="/kpis/$kpi/source" params={{ kpi: first.kpi }}>
            Mend it
          </Link>
        </>
      ) : (
        <Link to="/settings/connectors">Which, and why</Link>
      )}
    </p>
  );
}
