import type { ReactNode } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { CapabilityMark } from '../../parts/CapabilityMark.tsx';
import { periodName, weekDays } from '../../parts/dates.ts';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import page from './Kpi.module.css';
import classes from './KpiFacts.module.css';
import { JudgedWhy } from './KpiWhy.tsx';

const trends = { improving: 'Improving', worsening: 'Worsening', flat: 'Flat' } as const;

/** Where a KPI stands: the newest value, and the three judgements with their reasons. */
export function KpiFacts({ judgement }: { judgement: Judgement }): ReactNode {
  const { proposal } = judgement;
  const { kpi, newest, status, speaking, capability, level, limits, trend, whys, partial, incomplete } =
    judgement;
  const show = (value: number | null) => formatValue(value, kpi.unit, kpi.decimals);
  return (
    <dl className={classes.facts}>
      <div className={classes.newest}>
        <dt>Newest</dt>
        <dd>
          <b>{show(newest?.value ?? null)}</b>
          {newest && <span title={weekDays(newest.period)}>{periodName(newest.period)}</span>}
          {newest && newest.missing.length > 0 && <span>incomplete: {newest.missing.length} missing</span>}
          {incomplete && (
            <span>
              {periodName(incomplete.period)} is incomplete: {show(incomplete.value)} so far,{' '}
              {incomplete.missing.length} missing
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>Status</dt>
        <dd>
          <JudgedWhy title="Status" why={whys.status}>
            <StatusMark status={status} />
          </JudgedWhy>
        </dd>
      </div>
      <div>
        <dt>Signal</dt>
        <dd>
          <JudgedWhy title="Signal" why={whys.signal}>
            <SignalMark sense={speaking?.sense ?? null} isTooFew={limits === null} />
          </JudgedWhy>
        </dd>
      </div>
      <div>
        <dt>Capability</dt>
        <dd>
          <JudgedWhy title="Capability" why={whys.capability}>
            <CapabilityMark capability={capability} />
          </JudgedWhy>
        </dd>
      </div>
      <div>
        <dt>Level</dt>
        <dd>
          <JudgedWhy title="Level" why={whys.level}>
            {show(level)}
          </JudgedWhy>
          {proposal && (
            <span className={page.quiet}>
              , {show(proposal.level)} since {periodName(proposal.from)}
            </span>
          )}
        </dd>
      </div>
      {limits && (
        <div>
          <dt>Trend</dt>
          <dd>{trends[trend]}</dd>
        </div>
      )}
      {partial && (
        <div>
          <dt>{periodName(partial.period)}, not ended</dt>
          <dd className={page.quiet}>{show(partial.value)}</dd>
        </div>
      )}
    </dl>
  );
}
