import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/imports.ts';
import classes from './Import.module.css';

type Props = { of: ImportPreview['file']; onChosen: (sheet: string) => void; isReading: boolean };

/** Which sheet of a workbook is read, to be changed where there are several. */
export function Sheets({ of: { sheet, sheets }, onChosen, isReading }: Props): ReactNode {
  if (sheet === null || sheets.length < 2) return null;
  return (
    <NativeSelect
      className={classes.sheet}
      label="Sheet"
      description={`One of the ${sheets.length} sheets of the workbook is read.`}
      data={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (hidden)` : name }))}
      value={sheet}
      disabled={isReading}
      onChange={(event) => onChosen(event.currentTarget.value)}
    />
  );
}
