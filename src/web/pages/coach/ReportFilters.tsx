import type { ReactNode } from 'react';
import type { CoachReport } from '#contract/coach.ts';
import filters from '../../parts/Filters.module.css';
import { type Choice, Pick, people } from '../../parts/Pick.tsx';
import type { Names } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { ruleName } from './report-words.ts';

export type ReportView = {
  cycle: string;
  severity: string;
  rule: string;
  team: string;
  owner: string;
  group: string;
};

type Props = {
  view: ReportView;
  onChange: (part: Partial<ReportView>) => void;
  /** The report of the whole cycle: what can be narrowed to. */
  report: CoachReport;
  owners: readonly string[];
  names: Names;
};

/** Of which cycle the report is, which findings are shown, and how they are grouped; all of it is kept in the address. */
export function ReportFilters({ view, onChange, report, owners, names }: Props): ReactNode {
  const teams = useOperation('teams.list', {}).data ?? [];
  const cycles = useOperation('cycles.list', {}).data ?? [];
  const pick = (field: keyof ReportView, label: string, data: Choice[], value = view[field]) => (
    <Pick
      label={label}
      data={data}
      value={value}
      isChosen={view[field] !== ''}
      onPick={(next) => onChange({ [field]: next })}
    />
  );
  const all = (label: string): Choice => ({ value: '', label });
  return (
    <search className={filters.filters}>
      {pick(
        'cycle',
        'Cycle',
        cycles.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` })),
        report.cycle?.id ?? '',
      )}
      {pick('severity', 'Severity', [
        all('Problems and advice'),
        { value: 'problem', label: 'Problems' },
        { value: 'advice', label: 'Advice' },
      ])}
      {pick('rule', 'Rule', [
        all('All rules'),
        ...report.rules.map(({ rule }) => ({ value: rule, label: ruleName(rule) })),
      ])}
      {teams.length > 0 &&
        pick('team', 'Team', [
          all('All teams'),
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ])}
      {pick('owner', 'Owner', [all('All owners'), ...people(owners, names)])}
      {pick('group', 'Group', [
        all('By objective'),
        { value: 'rule', label: 'By rule' },
        { value: 'team', label: 'By team' },
        { value: 'owner', label: 'By owner' },
      ])}
    </search>
  );
}
