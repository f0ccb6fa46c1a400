import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { instantName } from '../../parts/dates.ts';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { useOperation } from '../../query.ts';
import classes from './Source.module.css';
import { scheduleWords } from './schedule-words.ts';
import { kindName } from './source-draft.ts';

/** One line on the KPI's page: where its readings come from, and whether that works. */
export function SourceLine({ kpi, mayWrite }: { kpi: Kpi; mayWrite: boolean }): ReactNode {
  const line = useOperation('connectors.list', { kpi: kpi.key }).data?.[0];
  const timeZone = useOperation('organisations.find', {}).data?.timeZone;
  if (!line && !mayWrite) return null;
  const link = (words: string) => (
    <Link to="/kpis/$kpi/source" params={{ kpi: kpi.key }}>
      {words}
    </Link>
  );
  if (!line) return <p className={classes.line}>{link('Connect it to a source')}</p>;
  return (
    <p className={classes.line} {...(line.failingSince && { role: 'status' })}>
      {line.failingSince ? (
        <Mark glyph={glyphs.cross} tone="bad">
          {`${kindName(line.kind)} has failed since ${instantName(line.failingSince, timeZone)}`}
        </Mark>
      ) : (
        <span>
          From {kindName(line.kind)}: {line.active ? scheduleWords(line.schedule).toLowerCase() : 'paused'}
        </span>
      )}
      {line.fault && <span>{line.fault}</span>}
      {mayWrite && link('Where readings come from')}
    </p>
  );
}
