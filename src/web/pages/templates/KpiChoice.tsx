import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KpiTemplate, ObjectiveTemplate } from '#contract/templates.ts';
import { KpiSelect } from '../../parts/KpiSelect.tsx';
import classes from './Templates.module.css';
import type { UseDraft } from './use-draft.ts';

type Props = {
  draft: UseDraft;
  onChange: (part: Partial<UseDraft>) => void;
  mayWrite: boolean;
  kpi: KpiTemplate;
  template: ObjectiveTemplate;
};

/** One KPI of a template: made anew, or one of your own linked instead; a guardrail can be left out. */
export function KpiChoice({ draft, onChange, mayWrite, kpi, template }: Props): ReactNode {
  const linked = draft.linked[kpi.key] ?? null;
  const [isLinking, setLinking] = useState(linked !== null);
  const isRead = template.keyResults.some((each) => each.kpi === kpi.key);
  const isOut = draft.without.includes(kpi.key);
  const link = (id: string | null): void => onChange({ linked: { ...draft.linked, [kpi.key]: id } });
  return (
    <li data-out={isOut || undefined}>
      <div className={classes.named}>
        {mayWrite && !isRead && (
          <Checkbox
            size="xs"
            aria-label={`Guard by ${kpi.name}`}
            checked={!isOut}
            onChange={() =>
              onChange({
                without: isOut
                  ? draft.without.filter((each) => each !== kpi.key)
                  : [...draft.without, kpi.key],
              })
            }
          />
        )}
        <h3>{kpi.name}</h3>
        <span className={classes.existing}>{isRead ? 'is read' : 'guards'}</span>
      </div>
      <p className={classes.definition}>{kpi.definition}</p>
      {mayWrite && !isOut && (
        <div className={classes.linking}>
          <Checkbox
            size="xs"
            label="Link a KPI that we have"
            checked={isLinking}
            onChange={(event) => {
              setLinking(event.currentTarget.checked);
              link(event.currentTarget.checked ? (kpi.existing?.id ?? null) : null);
            }}
          />
          {isLinking && (
            <KpiSelect
              label={`KPI instead of a new “${kpi.name}”`}
              placeholder="A new one is made"
              value={linked}
              onChange={link}
            />
          )}
        </div>
      )}
    </li>
  );
}
