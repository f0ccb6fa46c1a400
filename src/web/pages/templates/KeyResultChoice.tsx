import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KpiTemplate, ObjectiveTemplate } from '#contract/templates.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { faultAt } from '../../parts/FormFault.tsx';
import { ValueInput } from '../../parts/ValueInput.tsx';
import classes from './Templates.module.css';
import { numbersOf, type ReadKpi, shownNumber, titleIn, type UseDraft } from './use-draft.ts';

type Props = {
  draft: UseDraft;
  onChange: (part: Partial<UseDraft>) => void;
  error: unknown;
  mayWrite: boolean;
  of: ObjectiveTemplate['keyResults'][number];
  template: KpiTemplate;
  kpi: ReadKpi;
  isTried: boolean;
  /** Its place among those that were sent. */
  sent: number;
};

/** One key result of a template with its own numbers: the title says at once how it reads. */
export function KeyResultChoice(props: Props): ReactNode {
  const { draft, onChange, error, mayWrite, of, template, kpi, isTried, sent } = props;
  const name = `key result ${of.kpi}`;
  const isOut = draft.without.includes(name);
  const numbers = numbersOf(draft, of, template, kpi);
  const title = titleIn(draft, of, template, kpi);
  const toggle = (): void =>
    onChange({
      without: isOut ? draft.without.filter((each) => each !== name) : [...draft.without, name],
    });
  const shown = (value: number) => formatValue(value, kpi.unit, kpi.decimals);
  const fault = (field: string) => (sent < 0 ? undefined : faultAt(error, `keyResults.${sent}.${field}`));
  const isMissing = isTried && numbers.baseline === undefined && of.measure.kind === 'move';
  return (
    <li data-out={isOut || undefined}>
      <div className={classes.named}>
        {mayWrite && <Checkbox size="xs" aria-label={`Take “${title}”`} checked={!isOut} onChange={toggle} />}
        <h3>{title}</h3>
      </div>
      {mayWrite && !isOut && of.measure.kind === 'move' && numbers.example && (
        <div className={classes.numbers}>
          <ValueInput
            label={`${kpi.name}: today`}
            description={
              kpi.level === null
                ? `in the example ${shown(numbers.example.baseline)}`
                : `the level of the KPI is ${shown(kpi.level)}`
            }
            unit={kpi.unit}
            text={shownNumber(draft.baselines[of.kpi], kpi.level === null ? undefined : numbers.baseline)}
            onText={(text) => onChange({ baselines: { ...draft.baselines, [of.kpi]: text } })}
            error={fault('baseline') ?? (isMissing ? 'Where does it stand today?' : undefined)}
            required
          />
          <ValueInput
            label="Target"
            description={`in the example ${shown(numbers.example.target)}`}
            unit={kpi.unit}
            text={shownNumber(draft.targets[of.kpi], numbers.target)}
            onText={(text) => onChange({ targets: { ...draft.targets, [of.kpi]: text } })}
            error={fault('target')}
          />
        </div>
      )}
      {mayWrite && !isOut && of.measure.kind === 'hold' && (
        <div className={classes.numbers}>
          <ValueInput
            label={of.measure.bound === 'at least' ? 'At least' : 'At most'}
            unit={kpi.unit}
            text={shownNumber(draft.levels[of.kpi], numbers.level)}
            onText={(text) => onChange({ levels: { ...draft.levels, [of.kpi]: text } })}
            error={fault('level')}
          />
        </div>
      )}
    </li>
  );
}
