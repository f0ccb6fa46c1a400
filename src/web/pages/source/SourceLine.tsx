import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { instantName } from '../../parts/dates.ts';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { useOperation } from '../../query.ts';
import { onSameDay } from '../kpi/same-day.ts';
import { useMayWrite } from '../kpi/useMayWrite.ts';
import classes from './Source.module.css';
import { scheduleWords } from './schedule-words.ts';
import { kindName } from './source-draft.ts';

type Props = { kpi: Kpi; asOf: string | undefined; mayWrite: boolean };

/** One line on the KPI's page: where its readings come from, and whether that works; of a past day the way to what its source had brought by then. */
export function SourceLine({ kpi, asOf, mayWrite }: Props): ReactNode {
  const mayRead = useMayWrite(kpi);
  const line = useOperation('connectors.list', { kpi: kpi.key }).data?.[0];
  const timeZone = useOperation('organisations.find', {}).data?.timeZone;
  if (!line && !mayWrite) return null;
  const link = (words: string) => (
    <Link to="/kpis/$kpi/source" params={{ kpi: kpi.key }} search={onSameDay}>
      {words}
    </Link>
  );
  if (asOf)
    return line && mayRead && <p className={classes.line}>{link('What its source had brought by then')}</p>;
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
