import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Input } from '#contract/index.ts';
import { useOperation } from '../../query.ts';
import type { Draft } from '../kpi/definition-draft.ts';
import { FindingList } from './FindingList.tsx';
import { useOpenKpi } from './KpiNote.tsx';
import { mendIn } from './mends.ts';
import { useSetAsides } from './useSetAsides.ts';

type Props = {
  draft: Pick<Draft, 'name' | 'definition' | 'owner' | 'direction' | 'counterMetrics'>;
  /** The KPI that is changed. */
  self?: string;
};

/** What the coach finds in a definition while it is written; before it has a name there is nothing to say. */
export function KpiWriting({ draft, self }: Props): ReactNode {
  const { name, definition, owner, direction, counterMetrics } = draft;
  const question: Input<'coach.check'> = {
    ...{ kind: 'kpi', text: name.trim(), definition, owner, direction, counterMetrics },
    ...(self && { subject: self }),
  };
  const [settled] = useDebouncedValue(JSON.stringify(question), 500);
  const asked = useOperation('coach.check', JSON.parse(settled) as Input<'coach.check'>, {
    enabled: name.trim().length > 1 && (JSON.parse(settled) as { text: string }).text.length > 1,
    keepPrevious: true,
  });
  const asides = useSetAsides(self);
  const openOther = useOpenKpi();
  if (name.trim().length < 2) return null;
  return (
    <FindingList
      findings={asked.data?.findings ?? []}
      mendOf={(finding) => mendIn({ 'open the other one': openOther }, finding)}
      {...(self && { onSetAside: asides.setAside, onTakeUp: asides.takeUp })}
      error={asides.error}
    />
  );
}
