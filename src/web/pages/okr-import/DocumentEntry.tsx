import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Choice } from '../../parts/Choice.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useOperation } from '../../query.ts';
import classes from './OkrImport.module.css';
import type { OkrImporting } from './useOkrImport.ts';

const example = `## Nursing
- Free the nurses from paperwork
  - Hours of paperwork a shift from 2.5 to 1 => 1.4
  - KR: 9 of 13 weeks without a missed handover (owner: Ada)`;

type Props = Pick<OkrImporting, 'read' | 'cycle' | 'chooseCycle'>;

/** Where a document is pasted, chosen or dropped, and the cycle that it goes into. */
export function DocumentEntry({ read, cycle, chooseCycle }: Props): ReactNode {
  const cycles = useOperation('cycles.list', {});
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const planning = (cycles.data ?? []).filter(({ state }) => state === 'planning');
  const chosen = planning.find(({ id }) => id === cycle) ?? planning[0];
  const take = (file: File | undefined): void => void file?.text().then(setText);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  if (cycles.isPending) return <Loading />;
  if (!chosen)
    return (
      <EmptyState title="No cycle is being planned" action={<Link to="/cycles">Plan a cycle</Link>}>
        <p>A document is read into a cycle that has not begun, so that everything can still be reworded.</p>
      </EmptyState>
    );
  const go = (): void => {
    chooseCycle(chosen.id);
    read(text);
  };
  return (
    <div className={classes.entry}>
      <Choice
        label="Cycle"
        description="One that is being planned."
        options={planning.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.id}
        onChange={chooseCycle}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; pasting and the button are the first */}
      <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <Textarea
          label="The document"
          description="Markdown or plain text. Paste it, or drop a file here."
          placeholder={example}
          classNames={{ input: classes.paste }}
          autosize
          minRows={10}
          maxRows={24}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className={classes.row}>
        <Button onClick={go} disabled={text.trim() === ''}>
          Read it
        </Button>
        <Button variant="default" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
