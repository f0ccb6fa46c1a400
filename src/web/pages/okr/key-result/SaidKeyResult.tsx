import type { ReactNode } from 'react';
import type { Measure } from '#contract/measures.ts';
import type { KeyResultOf } from '#domain/coach/made-of.ts';
import { decimalsOf } from '#domain/okr-document/amount.ts';
import { fieldText } from '../../../parts/typed-value.ts';
import { useView } from '../../../view.ts';
import { useMadeOf } from '../../guide/useMadeOf.ts';
import { KeyResultDialog } from './KeyResultDialog.tsx';
import type { ObjectiveDetail } from './KeyResultSection.tsx';
import { type KeyResultDraft, measureTexts } from './key-result-draft.ts';

type Props = { detail: ObjectiveDetail; mayAdd: boolean };

/** The form of a new key result with what the sentence of the address says (`?key-result=…`). */
export function SaidKeyResult({ detail, mayAdd }: Props): ReactNode {
  const [view, change] = useView({ 'key-result': '' });
  const sentence = view['key-result'];
  const madeOf = useMadeOf(sentence !== '');
  if (sentence === '') return null;
  if (!mayAdd)
    return (
      <p role="status">
        You may not add a key result here: who may change the objective may, while its cycle is open.
      </p>
    );
  if (!madeOf) return null;
  return (
    <KeyResultDialog
      objective={detail}
      said={saidOf(madeOf.keyResultOf(sentence))}
      ends={detail.cycle.ends}
      onClose={() => change({ 'key-result': '' })}
    />
  );
}

function saidOf({ title, measure, target, unit }: KeyResultOf): Partial<KeyResultDraft> {
  const known = measure ?? { kind: 'move' as const, baseline: 0, target: target ?? 0 };
  return {
    ...{ title, unit, decimals: decimalsOf(known) },
    ...(measure ? measureTexts(measure as Measure) : { kind: 'move', target: fieldText(target) }),
  };
}
