import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
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

/** Asks for a sheet by its name, where none could be read that would show which there are. */
export function SheetByName({ onChosen }: Pick<Props, 'onChosen'>): ReactNode {
  const [name, setName] = useState('');
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(name.trim());
      }}
    >
      <TextInput
        label="Another sheet of this workbook, by its name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" className={classes.beside} disabled={name.trim() === ''}>
        Read that sheet
      </Button>
    </form>
  );
}
