import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  value: string;
  onChange: (zone: string) => void;
  error?: ReactNode;
  disabled?: boolean;
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The time zone that this browser is set to. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Chooses a time zone by its city. */
export function TimeZoneSelect({ value, onChange, ...rest }: Props): ReactNode {
  return (
    <Select
      {...rest}
      label="Time zone"
      description="Days and periods end at midnight there."
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      allowDeselect={false}
      searchable
      limit={100}
      maxDropdownHeight={240}
      nothingFoundMessage="No zone is called that: try the next large city"
    />
  );
}
