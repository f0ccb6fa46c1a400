import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { SignalShape } from '../../charts/SignalShape.tsx';
import page from './Kpi.module.css';
import classes from './KpiChart.module.css';
import { inWords } from './period-words.ts';

type Props = {
  judgement: Judgement;
  /** Begins a new phase where one is proposed; left out for those who may not. */
  onPhase?: (() => void) | undefined;
};

const few = 3;

/** What the chart says, in words: its signals, the newest first, and what a reader must know before trusting the limits. */
export function ChartWords({ judgement, onPhase }: Props): ReactNode {
  const [isAll, setAll] = useState(false);
  const signals = judgement.phases
    .flatMap((phase) => phase.signals)
    .sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0));
  const shown = isAll ? signals : signals.slice(0, few);
  const { notices, proposal } = judgement;
  if (signals.length === 0 && notices.length === 0) return null;
  return (
    <section className={classes.said} aria-label="What the chart says">
      <ul className={classes.said} style={{ margin: 0 }}>
        {shown.map(({ sentence, sense, rule, period }) => (
          <li key={`${rule} ${period} ${sense}`}>
            <svg width="14" height="14" aria-hidden="true">
              <SignalShape x={7} y={7} size={8} sense={sense} />
            </svg>
            <span>{inWords(sentence)}</span>
          </li>
        ))}
        {notices.map(({ kind, sentence }) => (
          <li key={kind} className={classes.notice}>
            <IconInfoCircle size={15} stroke={1.6} aria-hidden />
            <span>{inWords(sentence)}</span>
            {kind === 'new phase' && proposal && onPhase && (
              <>
                <span />
                <Button size="compact-sm" variant="default" onClick={onPhase}>
                  Begin a new phase
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {signals.length > few && (
        <button
          type="button"
          className={page.more}
          style={{ justifySelf: 'start' }}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? 'Only the newest signals' : `All ${signals.length} signals`}
        </button>
      )}
    </section>
  );
}
