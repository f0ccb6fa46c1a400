import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import type { Period } from '#domain/time/period.ts';
import { periodName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import form from '../../parts/FormDialog.module.css';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useCall } from '../../query.ts';
import classes from './Kpi.module.css';
import { PeriodSelect } from './PeriodSelect.tsx';
import { Section } from './Section.tsx';

type Props = { judgement: Judgement; mayWrite: boolean; onAdd: () => void };

/** The notes that explain periods of a KPI. */
export function Annotations({ judgement, mayWrite, onAdd }: Props): ReactNode {
  const { kpi, annotations, points } = judgement;
  const names = useNames(annotations.map(({ author }) => author));
  const remove = useCall('annotations.remove', { stale: ['judgements'] });
  return (
    <Section
      title="Notes"
      action={
        mayWrite &&
        points.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={onAdd}>
            Add
          </Button>
        )
      }
    >
      {annotations.length === 0 && (
        <p className={classes.empty}>
          {judgement.asOf
            ? 'None had been written by then.'
            : 'None yet. A note says what happened: “new ticket system”. Choose a point on the chart to add one there.'}
        </p>
      )}
      <Fault of={remove.error} />
      <ol className={classes.list}>
        {annotations
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map(({ id, from, to, note, author }) => (
            <li key={id}>
              <span>{note}</span>
              {mayWrite ? (
                <button
                  type="button"
                  className={classes.plain}
                  onClick={() => remove.mutate({ kpi: kpi.key, annotation: id })}
                >
                  Remove<span className="unseen"> {note}</span>
                </button>
              ) : (
                <span />
              )}
              <small>
                {from === to ? periodName(from) : `${periodName(from)} to ${periodName(to)}`}
                {author && ` · ${names.person(author) ?? ''}`}
              </small>
            </li>
          ))}
      </ol>
    </Section>
  );
}

type DialogProps = {
  judgement: Judgement;
  from: Period | undefined;
  to?: Period | undefined;
  onClose: () => void;
};

/** Adds a note to a period or a span of periods. */
export function AnnotationDialog(props: DialogProps): ReactNode {
  const { judgement, from: chosen, to: until, onClose } = props;
  const { kpi, points } = judgement;
  const periods = points.map(({ period }) => period).reverse();
  const [from, setFrom] = useState(chosen ?? periods[0] ?? '');
  const [to, setTo] = useState(until && until !== chosen ? until : '');
  const [note, setNote] = useState('');
  const create = useCall('annotations.create', { stale: ['judgements'], onDone: onClose });
  return (
    <FormDialog
      title="Add a note"
      action="Add it"
      saving={create}
      beside={['from', 'to', 'note']}
      isReady={from !== ''}
      onClose={onClose}
      onSubmit={() => create.mutate({ kpi: kpi.key, from, note, ...(to > from && { to }) })}
    >
      <TextInput
        label="What happened"
        required
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        placeholder="New ticket system"
        error={faultAt(create.error, 'note')}
        data-autofocus
      />
      <div className={form.pair}>
        <PeriodSelect
          label="In"
          value={from}
          onChange={setFrom}
          periods={periods}
          error={faultAt(create.error, 'from')}
        />
        <PeriodSelect
          label="Up to"
          value={to}
          onChange={setTo}
          periods={periods.filter((period) => period > from)}
          none="only then"
          error={faultAt(create.error, 'to')}
        />
      </div>
    </FormDialog>
  );
}
