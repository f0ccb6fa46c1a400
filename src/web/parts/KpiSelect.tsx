import { MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOperation } from '../query.ts';

type Words = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
};

const most = 60;

function useChoices() {
  const kpis = useOperation('kpis.list', {});
  return (kpis.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

type One = Words & { value: string | null; onChange: (kpi: string | null) => void };

/** Chooses a KPI by its name. */
export function KpiSelect({ placeholder = 'No KPI', ...rest }: One): ReactNode {
  const data = useChoices();
  return (
    <Select
      {...rest}
      data={data}
      limit={most}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose no KPI' }}
      placeholder={placeholder}
      nothingFoundMessage="No KPI is called that"
      maxDropdownHeight={260}
    />
  );
}

type Many = Words & { value: string[]; onChange: (kpis: string[]) => void };

/** Chooses several KPIs by their names. */
export function KpiMultiSelect({ value, placeholder = 'Add a KPI', ...rest }: Many): ReactNode {
  const data = useChoices();
  return (
    <MultiSelect
      {...rest}
      value={value}
      data={data}
      limit={most}
      searchable
      hidePickedOptions
      placeholder={placeholder}
      nothingFoundMessage="No KPI is called that"
      maxDropdownHeight={260}
    />
  );
}
