import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { usePaperColours } from '../parts/usePaperColours.ts';
import { useOperation } from '../query.ts';
import { useView } from '../view.ts';
import classes from './calibration/Calibration.module.css';
import { CalibrationFigure } from './calibration/CalibrationFigure.tsx';
import { CalibrationTable } from './calibration/CalibrationTable.tsx';
import { scopeName } from './calibration/calibration-words.ts';
import { OddsFigure } from './calibration/OddsFigure.tsx';

const tellings = [
  { value: 'first', label: 'First told' },
  { value: 'halfway', label: 'At half time' },
  { value: 'last', label: 'Last before the end' },
] as const;

type Telling = (typeof tellings)[number]['value'];

/** How well confidence, and the product's own odds, met what came of them. */
export function Page(): ReactNode {
  usePaperColours();
  const [view, change] = useView({ told: 'last', of: '' });
  const told = tellings.find(({ value }) => value === view.told)?.value ?? 'last';
  const answer = useOperation('calibrations.list', { told }, { keepPrevious: true });
  const all = answer.data?.calibrations ?? [];
  const names = useNames(useMemo(() => all.flatMap(({ of, id }) => (of === 'person' ? [id] : [])), [all]));
  const shown = all.find(({ id }) => id === view.of) ?? all[0];
  return (
    <>
      <PageHead title="Calibration" above={<Link to="/cycles">OKRs</Link>}>
        Confidence is kept as odds: whoever says 7 should be right seven times in ten. Counted over all closed
        cycles, from the key results that you may see.
      </PageHead>
      <Fault of={answer.error} onRetry={answer.refetch} />
      {answer.isPending && <Loading lines={10} what="Loading the calibration" />}
      {answer.data && (
        <div className={`${classes.tellings} no-print`}>
          <SegmentedControl
            aria-label="Which confidence"
            size="xs"
            data={tellings.map((each) => ({ ...each }))}
            value={told}
            onChange={(next) => change({ told: next as Telling })}
          />
        </div>
      )}
      {answer.data && !shown && <Nothing told={told} untold={answer.data.untold} />}
      {answer.data && shown && (
        <>
          <CalibrationFigure calibration={shown} name={scopeName(shown, names)} />
          <CalibrationTable
            calibrations={all}
            shown={shown}
            names={names}
            onChoose={({ id }) => change({ of: id ?? '' })}
          />
          <p className={classes.quiet}>{counted(answer.data)}</p>
        </>
      )}
      <OddsFigure />
    </>
  );
}

function Nothing({ told, untold }: { told: Telling; untold: number }): ReactNode {
  return (
    <EmptyState title="No confidence has met its outcome yet" action={<Link to="/check-in">Check in</Link>}>
      <p>
        {untold > 0 && told !== 'last'
          ? `${untold} graded key results were told no confidence at that time.`
          : 'At each check-in the owner says from 0 to 10 how likely it is that the key result will be reached. When its cycle is closed, that meets what came of it, and here stands how often a 7 came true.'}
      </p>
    </EmptyState>
  );
}

function counted({ cycles, untold, more }: { cycles: number; untold: number; more: number }): string {
  const parts = [
    cycles === 1 ? 'One closed cycle.' : `${cycles} closed cycles.`,
    untold > 0 &&
      `${untold} graded ${untold === 1 ? 'key result has' : 'key results have'} no confidence from that time and ${untold === 1 ? 'does' : 'do'} not count.`,
    more > 0 && `${more} more people have fewer key results than those listed.`,
    'A confidence that was told after the end of its cycle counts for nothing.',
  ];
  return parts.filter(Boolean).join(' ');
}
