import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ObjectiveTemplate } from '#contract/templates.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Fault } from '../../parts/Fault.tsx';
import { FormFault } from '../../parts/FormFault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useCall, useOperation } from '../../query.ts';
import { KeyResultChoice } from './KeyResultChoice.tsx';
import { KpiChoice } from './KpiChoice.tsx';
import classes from './Templates.module.css';
import { type UseCycle, UseFields } from './UseFields.tsx';
import { proposedDraft, readKpi, sentOf, type UseDraft } from './use-draft.ts';

type Props = { template: string; cycle: string; mayWrite: boolean };

/** One objective of the library: what it says, what it makes, and the numbers that take the place of the example. */
export function UseTemplate({ template: key, cycle, mayWrite }: Props): ReactNode {
  const template = useOperation('templates.find', { template: key });
  const me = useOperation('people.me', {});
  const cycles = useOperation('cycles.list', {});
  const open = cycles.data?.filter(takesGoals);
  const above = (
    <Link to="/templates" search={((old: object) => ({ ...old, open: undefined })) as never}>
      Templates
    </Link>
  );
  if (!template.data || !me.data || !open)
    return (
      <>
        <PageHead title="Template" above={above} />
        <Fault of={template.error ?? me.error ?? cycles.error} />
        {template.isPending && <Loading lines={10} />}
      </>
    );
  const { title, why, commitment } = template.data;
  return (
    <>
      <PageHead title={title} above={above}>
        <span>For example: {why}</span>
        <span className={classes.commitment}>{commitment}</span>
      </PageHead>
      {open.length === 0 && (
        <EmptyState title="No cycle is open" action={<Link to="/cycles">Plan a cycle</Link>}>
          <p>An objective lives in a cycle that is being planned or is active.</p>
        </EmptyState>
      )}
      <UseForm
        template={template.data}
        cycles={open}
        cycle={cycle}
        me={me.data.id}
        mayWrite={mayWrite && open.length > 0}
      />
    </>
  );
}

type FormProps = {
  template: ObjectiveTemplate;
  cycles: readonly UseCycle[];
  cycle: string;
  me: string;
  mayWrite: boolean;
};

const beside = ['title', 'why', 'cycle', 'owner', 'team', 'currency'];
const stale = ['kpis', 'panel', 'gaps', 'objectives', 'keyResults', 'cycles', 'templates', 'judgements'];

function UseForm({ template, cycles, cycle, me, mayWrite }: FormProps): ReactNode {
  const navigate = useNavigate();
  const known = cycles.find(({ id }) => id === cycle) ?? cycles.find(({ state }) => state === 'planning');
  const [draft, setDraft] = useState<UseDraft>(() =>
    proposedDraft(template, me, (known ?? cycles[0])?.id ?? ''),
  );
  const [isTried, setTried] = useState(false);
  const panel = useOperation('panel.list', {});
  const use = useCall('templates.use', {
    stale,
    onDone: ({ objective }) => void navigate({ to: '/objectives/$objective', params: { objective } }),
  });
  const put = (part: Partial<UseDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const byId = new Map(
    (panel.data ?? []).map(({ id, name, unit, decimals, level }) => [id, { name, unit, decimals, level }]),
  );
  const templateOf = (key: string) => template.kpis.find((each) => each.key === key)!;
  const read = (key: string) => readKpi(draft, templateOf(key), byId);
  const sent = sentOf(draft, template, read);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (sent) use.mutate(sent);
  };
  const shared = { draft, onChange: put, mayWrite };
  return (
    <form onSubmit={submit} noValidate className={classes.use}>
      {mayWrite && <UseFields {...shared} error={use.error} template={template} cycles={cycles} />}
      <section aria-labelledby="template-key-results">
        <h2 id="template-key-results">Key results</h2>
        <ul className={classes.list}>
          {template.keyResults.map((of) => (
            <KeyResultChoice
              key={of.kpi}
              {...shared}
              error={use.error}
              of={of}
              template={templateOf(of.kpi)}
              kpi={read(of.kpi)}
              isTried={isTried}
              sent={sent?.keyResults?.findIndex((each) => each.kpi === of.kpi) ?? -1}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="template-kpis">
        <h2 id="template-kpis">KPIs that feed and guard them</h2>
        <ul className={classes.list}>
          {template.kpis.map((kpi) => (
            <KpiChoice key={kpi.key} {...shared} kpi={kpi} template={template} />
          ))}
        </ul>
      </section>
      {mayWrite && (
        <div className={classes.bar}>
          <Button type="submit" loading={use.isPending}>
            Write it into the cycle
          </Button>
          <span>{makesWords(draft, template)}</span>
        </div>
      )}
      {isTried && !sent && (
        <p className={classes.fault} role="alert">
          Say where each chosen key result stands today: its baseline is missing above.
        </p>
      )}
      <FormFault of={use.error} beside={beside} />
    </form>
  );
}

function makesWords(draft: UseDraft, template: ObjectiveTemplate): string {
  const results = template.keyResults.filter(({ kpi }) => !draft.without.includes(`key result ${kpi}`));
  const needed = new Set([
    ...results.map(({ kpi }) => kpi),
    ...results.flatMap(({ guardrails }) => guardrails).filter((key) => !draft.without.includes(key)),
  ]);
  const made = [...needed].filter((key) => !draft.linked[key]).length;
  const linked = needed.size - made;
  return [
    'Makes a draft',
    `${results.length} ${results.length === 1 ? 'key result' : 'key results'}`,
    `${made} new ${made === 1 ? 'KPI' : 'KPIs'}`,
    ...(linked > 0 ? [`links ${linked} of yours`] : []),
  ].join(', ');
}
