import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import classes from '../../parts/FormDialog.module.css';
import { faultAt } from '../../parts/FormFault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import type { FieldsProps } from './DefinitionForm.tsx';
import { keyIn, unitOf, usualDecimals } from './definition-draft.ts';

// It knows every function and reads formulas; most definitions have none.
const FormulaEditor = lazy(() =>
  import('../formula/FormulaEditor.tsx').then((file) => ({ default: file.FormulaEditor })),
);

/** Where a KPI's values come from: somebody or something records them, or a formula computes them from other KPIs. */
export function SourceFields({ draft, set, error, isNew, isParent = false }: FieldsProps): ReactNode {
  const { formula, cadence } = draft;
  if (isParent) return null;
  return (
    <fieldset>
      <legend>Where its values come from</legend>
      <SegmentedControl
        size="sm"
        aria-label="Where its values come from"
        data={[
          { value: 'recorded', label: 'Recorded, typed or fetched' },
          { value: 'formula', label: 'Computed by a formula' },
        ]}
        value={formula === null ? 'recorded' : 'formula'}
        onChange={(source) => set({ formula: source === 'formula' ? '' : null })}
      />
      {formula !== null && (
        <Suspense fallback={<Loading lines={3} />}>
          <FormulaEditor
            text={formula}
            onText={(text) => set({ formula: text })}
            kpi={isNew ? undefined : keyIn(draft)}
            cadence={cadence}
            unit={unitOf(draft)}
            decimals={draft.decimals ?? usualDecimals(draft)}
            error={faultAt(error, 'formula')}
          />
        </Suspense>
      )}
      {formula === null && (
        <p className={classes.lead}>
          On its page: type them, import a file, or have them fetched from a database, a web address or a
          tracker on a schedule.
        </p>
      )}
    </fieldset>
  );
}
