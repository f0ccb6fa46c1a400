import { type FormEvent, type ReactNode, useState } from 'react';
import { useCall } from '../../../query.ts';
import { faultOf } from '../../../refusal.ts';
import classes from './Initiatives.module.css';
import { typedInitiative } from './initiative-words.ts';

type Props = { keyResult: string; title: string };

/** One line and Enter add an initiative; the field stays for the next one. */
export function AddInitiative({ keyResult, title }: Props): ReactNode {
  const [text, setText] = useState('');
  const create = useCall('initiatives.create', {
    stale: ['keyResults', 'objectives'],
    onDone: () => setText(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = typedInitiative(text);
    if (typed.title !== '' && !create.isSending) create.mutate({ keyResult, ...typed });
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      <input
        value={text}
        maxLength={2_000}
        onChange={(event) => {
          setText(event.currentTarget.value);
          create.reset();
        }}
        placeholder="Add an initiative, then Enter"
        aria-label={`Add an initiative to ${title}`}
        aria-invalid={create.isError}
      />
      <p role="status" className={create.error ? classes.fault : 'unseen'}>
        {create.error ? faultOf(create.error).message : create.isSuccess ? 'Added.' : ''}
      </p>
    </form>
  );
}
