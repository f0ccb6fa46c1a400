import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ChooseKeyResult } from './ChooseKeyResult.tsx';
import { ChooseObjective } from './ChooseObjective.tsx';
import classes from './Guide.module.css';

type Noun = 'KPI' | 'objective' | 'key result' | 'initiative';

type Props = { is: Noun; others: readonly Noun[]; sentence: string };

/** Makes a sentence what it is by a click, or what its writer says it is. */
export function MakeIt({ is, others, sentence }: Props): ReactNode {
  const [chosen, choose] = useState<Noun>();
  const close = () => choose(undefined);
  return (
    <div className={`${classes.make} no-print`}>
      <Make noun={is} sentence={sentence} isMain onChoose={choose} />
      <span className={classes.or}>or</span>
      {others.map((noun) => (
        <Make key={noun} noun={noun} sentence={sentence} onChoose={choose} />
      ))}
      {chosen === 'key result' && <ChooseObjective sentence={sentence} onClose={close} />}
      {chosen === 'initiative' && <ChooseKeyResult sentence={sentence} onClose={close} />}
    </div>
  );
}

type MakeProps = { noun: Noun; sentence: string; isMain?: boolean; onChoose: (noun: Noun) => void };

function Make({ noun, sentence, isMain = false, onChoose }: MakeProps): ReactNode {
  const label = isMain ? `Make it ${noun === 'KPI' || noun === 'key result' ? 'a' : 'an'} ${noun}` : noun;
  const look = { size: isMain ? 'sm' : 'compact-sm', variant: isMain ? 'filled' : 'default' } as const;
  if (noun === 'KPI')
    return (
      <Button
        {...look}
        renderRoot={(props) => <Link to="/kpis/new" search={{ sentence } as never} {...props} />}
      >
        {label}
      </Button>
    );
  if (noun === 'objective')
    return (
      <Button
        {...look}
        renderRoot={(props) => <Link to="/objectives/new" search={{ title: sentence } as never} {...props} />}
      >
        {label}
      </Button>
    );
  return (
    <Button {...look} onClick={() => onChoose(noun)}>
      {label}
    </Button>
  );
}
