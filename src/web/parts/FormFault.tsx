import type { ReactNode } from 'react';
import { faultOf } from '../refusal.ts';
import { Fault } from './Fault.tsx';

/** The sentence of a refusal when it is about this field (`measure` answers for `measure.target` too), to stand beside it. */
export function faultAt(error: unknown, ...fields: string[]): string | undefined {
  if (!error) return undefined;
  const { field, message } = faultOf(error);
  const isHere = fields.some((each) => field === each || field?.startsWith(`${each}.`));
  return isHere ? message : undefined;
}

/** A refusal at the foot of a form; nothing when it is already told beside one of the fields. */
export function FormFault({ of, beside }: { of: unknown; beside: readonly string[] }): ReactNode {
  if (!of || faultAt(of, ...beside)) return null;
  return <Fault of={of} />;
}
