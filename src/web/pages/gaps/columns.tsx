import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Gap } from '#contract/gaps.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { CapabilityMark } from '../../parts/CapabilityMark.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { dayName } from '../../parts/dates.ts';
import { Why } from '../../parts/Why.tsx';
import { JudgedWhy, KpiWhy } from '../kpi/KpiWhy.tsx';
import { inWords } from '../kpi/period-words.ts';
import { GapActions } from './GapActions.tsx';
import classes from './Gaps.module.css';
import { decisionWords, gapText, shortOdds } from './gap-words.ts';

const trendWords = { improving: 'Improving', worsening: 'Worsening', flat: 'Flat' } as const;

/** The columns of the gap board; noise has no rank, no gap and nothing to decide. */
export function gapColumns(isNoise: boolean): readonly Column<Gap>[] {
  const columns: Column<Gap>[] = [
    {
      key: 'name',
      label: 'KPI',
      width: '46%',
      cell: (gap) => <GapName gap={gap} />,
      sort: ({ name }) => name,
    },
    {
      key: 'gap',
      label: 'Gap',
      align: 'end',
      isMain: true,
      isPlain: true,
      cell: (gap) => <Distance gap={gap} />,
      sort: ({ sigmas }) => sigmas,
    },
    {
      key: 'level',
      label: 'Level and wanted',
      align: 'end',
      isPlain: true,
      cell: (gap) => <LevelAndWanted gap={gap} />,
    },
    {
      key: 'unaided',
      label: 'Unaided',
      align: 'end',
      cell: (gap) => <Unaided gap={gap} />,
      sort: ({ unaided }) => unaided?.probability ?? null,
    },
    {
      key: 'trend',
      label: 'Last 52',
      isPlain: true,
      cell: ({ name, sparkline, wanted, trend }) => (
        <span className={classes.trend}>
          <Sparkline
            values={sparkline}
            thresholds={wanted === null ? [] : [wanted]}
            label={`${name}: the last values`}
            width={96}
          />
          <small>{trendWords[trend]}</small>
        </span>
      ),
      sort: ({ trend }) => ['worsening', 'flat', 'improving'].indexOf(trend),
    },
    {
      key: 'capability',
      label: 'Capability',
      isPlain: true,
      cell: ({ key, name, capability }) => (
        <KpiWhy kpi={key} what="capability" title={`Capability of ${name}`}>
          <CapabilityMark capability={capability} />
        </KpiWhy>
      ),
      sort: ({ capability }) => ['not capable', 'hit and miss', 'capable', null].indexOf(capability),
    },
    {
      key: 'weight',
      label: 'Weight',
      align: 'end',
      rank: 2,
      cell: ({ weight }) => weight,
      sort: ({ weight }) => weight,
    },
  ];
  const inNoise = ['name', 'level', 'trend'];
  return isNoise
    ? columns.filter(({ key }) => inNoise.includes(key))
    : [
        ...columns,
        { key: 'decide', label: 'Decide', isPlain: true, cell: (gap) => <GapActions gap={gap} /> },
      ];
}

type Props = { gap: Gap };

function GapName({ gap: { rank, key, name, verdict, decision, objectives } }: Props): ReactNode {
  const standing = decision && decision.kind !== 'write an OKR' ? decision : null;
  return (
    <div className={classes.name}>
      <span className={classes.rank} aria-hidden={rank === null}>
        {rank}
      </span>
      <div>
        <Link to="/kpis/$kpi" params={{ kpi: key }}>
          {name}
        </Link>
        <p>{inWords(verdict)}</p>
        {objectives.map(({ id, title }) => (
          <p key={id} className={classes.standing}>
            OKR:{' '}
            <Link to="/objectives/$objective" params={{ objective: id }}>
              {title}
            </Link>
          </p>
        ))}
        {standing && <p className={classes.standing}>{decisionWords(standing)}</p>}
      </div>
    </div>
  );
}

function Distance({ gap }: Props): ReactNode {
  const { why, sigmas } = gap;
  return (
    <Why
      title={`Gap of ${gap.name}`}
      formula={why.rule}
      inputs={why.inputs.map(({ name, value }) => ({ name, value: inWords(value) }))}
      so={inWords(why.sentence)}
    >
      <span className={classes.gap}>
        <b>{gapText(gap)}</b>
        {sigmas !== null && <small>{sigmas.toFixed(1)} sigma</small>}
      </span>
    </Why>
  );
}

function Unaided({ gap: { name, unaided } }: Props): ReactNode {
  if (!unaided) {
    return (
      <span title="Too little history for a forecast: it takes eight values." className={classes.gap}>
        <span aria-hidden="true">–</span>
        <span className="unseen">no forecast yet</span>
      </span>
    );
  }
  return (
    <JudgedWhy title={`Odds that ${name} gets there by itself`} why={unaided.why}>
      <span className={classes.gap}>
        <span>{shortOdds(unaided.words)}</span>
        <small>by {dayName(unaided.by)}</small>
      </span>
    </JudgedWhy>
  );
}

function LevelAndWanted({ gap }: Props): ReactNode {
  const { level, wanted, wantedIs, wantedBy, unit, decimals, unaided } = gap;
  // The odds beside it are for that very day.
  const what = wantedBy && wantedBy !== unaided?.by ? `${wantedIs} by ${dayName(wantedBy)}` : wantedIs;
  return (
    <span className={classes.gap}>
      <span>
        {formatValue(level, unit, decimals)}
        {wanted !== null && (
          <>
            <span aria-hidden="true"> → </span>
            <span className="unseen">, wanted </span>
            {formatValue(wanted, unit, decimals)}
          </>
        )}
      </span>
      <small>{what}</small>
    </span>
  );
}
