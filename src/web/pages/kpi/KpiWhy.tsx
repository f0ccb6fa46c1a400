import { type ReactNode, useState } from 'react';
import type { Judgement, Why as Reason } from '#contract/judgements.ts';
import { Why } from '../../parts/Why.tsx';
import { operationQuery, queries } from '../../query.ts';
import { faultOf } from '../../refusal.ts';
import { inWords } from './period-words.ts';

type Props = {
  /** The KPI's key. */
  kpi: string;
  what: keyof Judgement['whys'];
  title: string;
  children: ReactNode;
};

/** A judgement of a KPI that can be asked why; the reasons are fetched when it is asked. */
export function KpiWhy({ kpi, what, title, children }: Props): ReactNode {
  const [why, setWhy] = useState<Reason | undefined>(undefined);
  const ask = (): void => {
    queries.fetchQuery(operationQuery('judgements.find', { kpi })).then(
      ({ whys }) => setWhy(whys[what]),
      (error) => setWhy({ sentence: faultOf(error).message, rule: '', inputs: [] }),
    );
  };
  return (
    <span style={{ display: 'contents' }} onClickCapture={ask}>
      <JudgedWhy title={title} why={why}>
        {children}
      </JudgedWhy>
    </span>
  );
}

/** A judgement with the reasons that the server gave for it. */
export function JudgedWhy({
  title,
  why,
  children,
}: {
  title: string;
  why: Reason | undefined;
  children?: ReactNode;
}): ReactNode {
  return (
    <Why
      title={title}
      formula={why?.rule}
      inputs={why?.inputs.map(({ name, value }) => ({ name: inWords(name), value: inWords(value) }))}
      rule={why ? undefined : '…'}
      so={why && inWords(why.sentence)}
    >
      {children}
    </Why>
  );
}
