import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { DueCheckIn } from '#contract/check-ins.ts';
import { dayName } from '../../../parts/dates.ts';
import { FormFault } from '../../../parts/FormFault.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { useCall } from '../../../query.ts';
import { faultOf } from '../../../refusal.ts';
import { CheckInCard } from './CheckInCard.tsx';
import classes from './CheckInSheet.module.css';
import {
  type Asked,
  type CheckInDraft,
  checkInOf,
  type Faults,
  isTouched,
  newCheckIn,
} from './check-in-draft.ts';
import { askedPeriod, reportPeriods } from './report-periods.ts';

type Props = { due: readonly DueCheckIn[]; today: string; yearStartsIn: number };
type Card = { due: DueCheckIn; asked: Asked; periods: string[]; draft: CheckInDraft; isSent: boolean };

const stale = ['objectives', 'keyResults', 'cycles', 'grades'];

/** All of my check-ins as one form: what is touched is saved together. */
export function CheckInSheet({ due, today, yearStartsIn }: Props): ReactNode {
  const [day, setDay] = useState(today);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, CheckInDraft>>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, Faults>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const cards = due.toSorted(byDue).map((each): Card => {
    const periods = reportPeriods(each.measure, each.cycle, day, yearStartsIn);
    const asked = { ...each, period: askedPeriod(periods, each.facts) };
    const draft = drafts.get(each.keyResult) ?? newCheckIn(asked);
    return { due: each, asked, periods, draft, isSent: isTouched(draft, asked) };
  });
  const sent = cards.filter(({ isSent }) => isSent);
  // What is typed while the server answers is not among what it has.
  const saving = useRef(drafts);
  const record = useCall('checkIns.recordMany', {
    stale,
    onDone: () =>
      setDrafts((old) => new Map([...old].filter(([id, draft]) => draft !== saving.current.get(id)))),
  });
  const put = ({ asked, draft }: Card, part: Partial<CheckInDraft>): void => {
    setDrafts((old) => new Map(old).set(asked.keyResult, { ...draft, ...part }));
    setFaults(new Map());
    record.reset();
  };
  const save = (): void => {
    const read = sent.map(({ asked, draft }) => ({ asked, answer: checkInOf(draft, asked, { day }) }));
    const wrong = read.flatMap(({ asked, answer }): [string, Faults][] =>
      'faults' in answer ? [[asked.keyResult, answer.faults]] : [],
    );
    setFaults(new Map(wrong));
    if (wrong[0]) document.getElementById(`card-${wrong[0][0]}`)?.scrollIntoView({ block: 'center' });
    else {
      saving.current = drafts;
      record.mutate({ checkIns: read.flatMap(({ answer }) => ('faults' in answer ? [] : [answer])) });
    }
  };
  useHotkeys([['mod+Enter', () => form.current?.requestSubmit()]], []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A submit by keys does not ask the button.
    if (sent.length > 0 && !record.isSending) save();
  };
  const refused = refusedCard(record.error, sent);
  const list = (title: string, shown: readonly Card[]) =>
    shown.length > 0 && (
      <section className={classes.list}>
        <h2>
          {title} <span>{shown.length}</span>
        </h2>
        {shown.map((card) => (
          <CheckInCard
            key={card.asked.keyResult}
            {...card}
            onChange={(part) => put(card, part)}
            faults={{
              ...faults.get(card.asked.keyResult),
              ...(refused?.id === card.asked.keyResult && refused.faults),
            }}
          />
        ))}
      </section>
    );
  const count = due.filter(({ isDue }) => isDue).length;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <PageHead
        title="Check-in"
        actions={
          <TextInput
            type="date"
            size="xs"
            label="About the day"
            max={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value || today)}
            classNames={{ root: classes.day }}
          />
        }
      >
        {count === 0 ? 'Nothing is due.' : `${count} due.`} Tab walks through, digits set the confidence, Ctrl
        Enter saves all.
        {day !== today && ` These are about ${dayName(day)}, and sort by that day.`}
      </PageHead>
      {list(
        'Due',
        cards.filter((card) => card.due.isDue),
      )}
      {list(
        'Not due yet',
        cards.filter((card) => !card.due.isDue),
      )}
      <footer className={classes.foot}>
        <FormFault of={refused ? null : record.error} beside={[]} />
        <Button type="submit" disabled={sent.length === 0} loading={record.isSending}>
          {sent.length === 0
            ? 'Save'
            : sent.length === 1
              ? 'Save 1 check-in'
              : `Save ${sent.length} check-ins`}
        </Button>
        <p role="status">{record.isSuccess && sent.length === 0 && saved(record.data.length)}</p>
      </footer>
    </form>
  );
}

/** What is due longest comes first; key results of one objective stay together. */
function byDue(one: DueCheckIn, other: DueCheckIn): number {
  return (
    one.due.localeCompare(other.due) ||
    one.objective.title.localeCompare(other.objective.title) ||
    one.title.localeCompare(other.title)
  );
}

function saved(count: number): string {
  return count === 1 ? 'One check-in is saved.' : `${count} check-ins are saved.`;
}

/** The card that a refusal is about, when the server says which: `checkIns.2.report.value`. */
function refusedCard(error: unknown, sent: readonly Card[]): { id: string; faults: Faults } | undefined {
  if (!error) return undefined;
  const { field = '', message } = faultOf(error);
  const [, index, part] = /^checkIns\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
  const card = index === undefined ? undefined : sent[Number(index)];
  if (!card) return undefined;
  return { id: card.asked.keyResult, faults: { [part === 'report' ? 'report' : 'confidence']: message } };
}
