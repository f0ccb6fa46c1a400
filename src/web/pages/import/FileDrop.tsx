import { Button, Textarea } from '@mantine/core';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Fault } from '../../parts/Fault.tsx';
import classes from './Import.module.css';
import { type Chosen, pasted, readFile } from './read-file.ts';

const kinds = '.xlsx,.xlsm,.csv,.tsv,.txt,text/csv,text/plain';

/** Where a workbook or a CSV is chosen or dropped, or cells are pasted. */
export function FileDrop({ onChosen }: { onChosen: (file: Chosen) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<unknown>();
  const take = (file: File | undefined): void => {
    if (!file) return;
    setFault(undefined);
    readFile(file).then(onChosen, (error: Error) => setFault({ code: 'invalid', message: error.message }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className={classes.entry}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button onClick={() => input.current?.click()}>Choose a workbook or CSV</Button>
        <span>or drop it here</span>
        <input
          ref={input}
          type="file"
          hidden
          accept={kinds}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Textarea
        label="Or paste cells from a spreadsheet"
        placeholder={'Metric\t18/05/2026\t25/05/2026\nSales calls\t310\t295'}
        classNames={{ input: classes.paste }}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        variant="default"
        className={classes.read}
        disabled={text.trim() === ''}
        onClick={() => onChosen(pasted(text))}
      >
        Read what is pasted
      </Button>
      <Fault of={fault} />
    </div>
  );
}
