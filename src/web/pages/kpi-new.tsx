import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { KpiOf } from '#domain/coach/made-of.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Day } from '#domain/time/day.ts';
import { FormFault } from '../parts/FormFault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { KpiWriting } from './coach/KpiWriting.tsx';
import { useMadeOf } from './guide/useMadeOf.ts';
import { DefinitionFields, definitionFields } from './kpi/DefinitionForm.tsx';
import { created, type Draft, newDraft, unitOf, usualDecimals } from './kpi/definition-draft.ts';
import classes from './kpi/Form.module.css';

/** Defines a KPI; a sentence of the address fills in what it says. */
export function Page(): ReactNode {
  const me = useOperation('people.me', {}).data;
  const [{ sentence }] = useView({ sentence: '' });
  const madeOf = useMadeOf(sentence !== '');
  const said = sentence ? madeOf?.kpiOf(sentence) : undefined;
  return (
    <>
      <PageHead title="Define a KPI" above={<Link to="/">Panel</Link>}>
        An ongoing metric that says whether the operation runs as it should. Thresholds come next, on its
        page. What has to become different is an OKR: <GuideLink />{' '}
        <Link to="/templates" search={{ kind: 'kpis' } as never}>
          Start from a template
        </Link>
      </PageHead>
      {me && (!sentence || said) ? (
        <NewKpi me={me.id} today={me.today} said={said} />
      ) : (
        <Loading lines={12} />
      )}
    </>
  );
}

type Props = { me: string; today: Day; said: KpiOf | undefined };

function NewKpi({ me, today, said }: Props): ReactNode {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => ({ ...newDraft(me), ...(said && saidOf(said)) }));
  const [withLine, setWithLine] = useState(said?.line !== undefined);
  const open = (key: string) => void navigate({ to: '/kpis/$kpi', params: { kpi: key } });
  const record = useCall('thresholds.record', { stale: ['panel', 'gaps', 'judgements'] });
  const create = useCall('kpis.create', {
    stale: ['panel', 'gaps'],
    onDone: ({ key }) => {
      if (!said?.line || !withLine) return open(key);
      // A line that is refused is told on the page of the KPI, which is there by now.
      const { kind, value } = said.line;
      record.mutate({ kpi: key, from: today, [kind]: value }, { onSettled: () => open(key) });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate(created(draft));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <DefinitionFields
        draft={draft}
        set={(part) => setDraft((old) => ({ ...old, ...part }))}
        error={create.error}
        isNew
      />
      {said?.line && (
        <Checkbox
          label={`Set its ${said.line.kind} to ${formatValue(said.line.value, unitOf(draft), lineDecimals(said.line.value))} from today on`}
          checked={withLine}
          onChange={(event) => setWithLine(event.currentTarget.checked)}
        />
      )}
      <KpiWriting draft={draft} />
      <FormFault of={create.error} beside={definitionFields} />
      <div className={classes.formEnd}>
        <Button type="submit" loading={create.isPending || record.isPending}>
          Define it
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function saidOf({ name, unit, direction, line }: KpiOf): Partial<Draft> {
  return {
    ...{ name, direction, unit: unit.kind },
    ...(unit.kind === 'duration' && { duration: unit.unit }),
    ...(unit.kind === 'currency' && { currency: unit.code }),
    ...(line && { decimals: Math.max(usualDecimals({ unit: unit.kind }), lineDecimals(line.value)) }),
  };
}

function lineDecimals(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
