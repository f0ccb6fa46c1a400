import { Button, Checkbox, NumberInput, PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Connector } from '#contract/connectors.ts';
import type { Kpi } from '#contract/kpis.ts';
import { type SourceConfig, type SourceKind, secretNames } from '#domain/connector/config.ts';
import { FormFault, faultAt } from '../../parts/FormFault.tsx';
import { useCall } from '../../query.ts';
import { GithubFields, GitlabFields, JiraFields } from './CountFields.tsx';
import { HeadersInput } from './HeadersInput.tsx';
import { KindChoice } from './KindChoice.tsx';
import { PreviewBox } from './PreviewBox.tsx';
import { PrometheusFields, SqlFields } from './QueryFields.tsx';
import { ScheduleInput } from './ScheduleInput.tsx';
import classes from './Source.module.css';
import { draftOf, isMoved, kindName, newDraft, sentConfig, sentSecrets, startOf } from './source-draft.ts';
import { CsvFields, HttpJsonFields } from './WebFields.tsx';

type Props = {
  kpi: Kpi;
  timeZone: string;
  /** The connector that is changed; none when a new one is made. */
  connector?: Connector;
  maySql: boolean;
  onDone: () => void;
  onCancel?: () => void;
};

/** Connects a KPI to a source, or changes how it is: what is asked, with which secrets, when, and a try before it is kept. */
export function SourceForm({ kpi, timeZone, connector, maySql, onDone, onCancel }: Props): ReactNode {
  const isRatio = kpi.addsUp === 'ratio';
  const [draft, setDraft] = useState(() => (connector ? draftOf(connector) : newDraft('http-json', isRatio)));
  const set = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const { config, secrets } = draft;
  const stale = ['connectors', 'readings', 'judgements'];
  const create = useCall('connectors.create', { stale, onDone });
  const change = useCall('connectors.change', { stale, onDone });
  const test = useCall('connectors.test');
  const saving = connector ? change : create;
  const names = secretNames(config);
  const isElsewhere = connector !== undefined && isMoved(connector.config, config);
  const kept = connector && !isElsewhere ? connector.secrets : [];
  const sent = { config: sentConfig(config), secrets: sentSecrets(secrets, names) };
  const error = saving.error ?? test.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { schedule, lookBack, runningPeriod } = draft;
    if (connector) change.mutate({ connector: connector.id, ...sent, schedule, lookBack, runningPeriod });
    else create.mutate({ kpi: kpi.id, ...sent, schedule, lookBack, runningPeriod });
  };
  const tryIt = (event: { currentTarget: HTMLButtonElement }): void => {
    if (!event.currentTarget.form?.reportValidity()) return;
    saving.reset();
    test.mutate({ kpi: kpi.id, ...sent, runningPeriod: draft.runningPeriod });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <fieldset>
        <legend>Source</legend>
        <KindChoice
          kind={config.kind}
          maySql={maySql}
          onKind={(kind: SourceKind) => {
            test.reset();
            set({ config: startOf(kind, isRatio), secrets: {} });
          }}
        />
      </fieldset>
      <fieldset>
        <legend>What is asked of {kindName(config.kind)}</legend>
        <KindFields
          config={config}
          onConfig={(next) => set({ config: next })}
          error={error}
          isRatio={isRatio}
        />
      </fieldset>
      <fieldset>
        <legend>{'headers' in config ? 'Headers and secrets' : 'Secret'}</legend>
        <p className={classes.quiet}>
          Secrets are encrypted before they are stored, and never shown again.
          {connector && connector.secrets.length > 0 && isElsewhere && (
            <strong> Another place is asked now: give them again, the old ones will be forgotten.</strong>
          )}
        </p>
        {names
          .filter((name) => !name.startsWith('header '))
          .map((name) => (
            <PasswordInput
              key={name}
              label={name === 'token' ? 'Token' : 'Password'}
              placeholder={kept.includes(name) ? 'Kept; type to replace it' : ''}
              autoComplete="off"
              value={secrets[name] ?? ''}
              onChange={(event) => set({ secrets: { ...secrets, [name]: event.currentTarget.value } })}
              error={faultAt(error, 'secrets')}
            />
          ))}
        {'headers' in config && (
          <HeadersInput
            headers={config.headers}
            onHeaders={(headers) => set({ config: { ...config, headers } })}
            secrets={secrets}
            onSecret={(name, value) => set({ secrets: { ...secrets, [name]: value } })}
            kept={kept}
            error={faultAt(error, 'config.headers')}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>When</legend>
        <ScheduleInput
          schedule={draft.schedule}
          onSchedule={(schedule) => set({ schedule })}
          timeZone={timeZone}
        />
        <NumberInput
          label="Complete periods that are asked for each time"
          description="Sources correct themselves: what this connector brought is corrected with them, and what people recorded never is."
          inputWrapperOrder={['label', 'input', 'description']}
          w={320}
          maw="100%"
          min={1}
          max={100}
          clampBehavior="strict"
          value={draft.lookBack}
          onChange={(count) => count !== '' && set({ lookBack: Number(count) })}
        />
        <Checkbox
          label="Also record the period that has not ended"
          description="It is shown as partial, and judged once it is over."
          checked={draft.runningPeriod}
          onChange={(event) => set({ runningPeriod: event.currentTarget.checked })}
        />
      </fieldset>
      {test.data && <PreviewBox kpi={kpi} preview={test.data} />}
      <FormFault
        of={error}
        beside={[
          ...Object.keys(config).map((name) => `config.${name}`),
          ...(names.length > 0 ? ['secrets'] : []),
        ]}
      />
      <div className={classes.end}>
        <Button type="submit" loading={saving.isPending}>
          {connector ? 'Save' : 'Connect'}
        </Button>
        <Button variant="default" onClick={tryIt} loading={test.isPending}>
          Try it
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

type KindProps = {
  config: SourceConfig;
  onConfig: (config: SourceConfig) => void;
  error: unknown;
  isRatio: boolean;
};

function KindFields({ config, onConfig, error, isRatio }: KindProps): ReactNode {
  const rest = {
    set: (part: object) => onConfig({ ...config, ...part } as SourceConfig),
    error,
    isRatio,
  };
  switch (config.kind) {
    case 'http-json':
      return <HttpJsonFields {...rest} config={config} />;
    case 'csv':
      return <CsvFields {...rest} config={config} />;
    case 'sql':
      return <SqlFields {...rest} config={config} />;
    case 'prometheus':
      return <PrometheusFields {...rest} config={config} />;
    case 'github':
      return <GithubFields {...rest} config={config} />;
    case 'gitlab':
      return <GitlabFields {...rest} config={config} />;
    case 'jira':
      return <JiraFields {...rest} config={config} />;
  }
}
