import { type CSSProperties, memo, type ReactNode } from 'react';
import type { PanelRow } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { shortPeriod } from '../kpi/period-words.ts';
import type { Box } from './fit.ts';
import classes from './Tile.module.css';

type Props = { row: PanelRow; size: Box };

// A sparkline is drawn for a table; here everything of it is as much larger as the tile is.
const drawnFor = 190;

/** One KPI, large enough for the other end of a room: value, status and signal as mark and word, the last values, the period. */
export const Tile = memo(function Tile({ row, size }: Props): ReactNode {
  const { name, value, unit, decimals, period, status, sense, level, sparkline, floor, ceiling } = row;
  const zoom = Math.max(1, size.width / drawnFor);
  const present = sparkline.filter((each) => each !== null).length;
  return (
    <li className={classes.tile} data-status={status}>
      <h2>{name}</h2>
      <p className={classes.value}>
        <Value text={formatValue(value, unit, decimals)} />
        <span>{period ? shortPeriod(period) : ''}</span>
      </p>
      <div className={classes.trend}>
        {present > 0 && (
          <div style={{ zoom }}>
            <Sparkline
              values={sparkline}
              thresholds={[floor, ceiling].filter((line) => line !== null)}
              sense={sense ?? undefined}
              label={`${name}: the last ${present} ${present === 1 ? 'value' : 'values'}`}
              width={Math.floor((size.width * 0.87) / zoom)}
              height={Math.floor((size.height * 0.22) / zoom)}
            />
          </div>
        )}
      </div>
      <p className={classes.marks}>
        <StatusMark status={status} />
        <SignalMark sense={sense} isTooFew={level === null} />
      </p>
    </li>
  );
});

/** A value whose unit, when it is a word, is smaller than its digits; shrunk until it has room beside its period. */
function Value({ text }: { text: string }): ReactNode {
  const [, before = '', digits = '', after = ''] = /^(\p{L}{3} )?(.*?)( (?:\p{L}|\().*)?$/u.exec(text) ?? [];
  const length = digits.length + (before.length + after.length) / 2;
  return (
    <b style={{ '--length': Math.max(5, length) } as CSSProperties}>
      {before && <small>{before}</small>}
      {digits}
      {after && <small>{after}</small>}
    </b>
  );
}
