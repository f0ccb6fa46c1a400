import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Organisation } from '#contract/organisations.ts';
import { Fault } from '../parts/Fault.tsx';
import { FormFault, faultAt } from '../parts/FormFault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { TimeZoneSelect } from '../parts/TimeZoneSelect.tsx';
import { useCall, useOperation } from '../query.ts';
import { useReaches } from './okr/useMay.ts';
import classes from './people/Forms.module.css';
import { every, months, ruleSets, weekdays } from './people/setting-choices.ts';

/** The organisation's name, calendar and rules. */
export function Page(): ReactNode {
  const organisation = useOperation('organisations.find', {});
  return (
    <>
      <PageHead title="Settings">
        What holds for the whole organisation. Your own things are in <Link to="/account">your account</Link>{' '}
        and <Link to="/tokens">API tokens</Link>. What is pulled from elsewhere is in{' '}
        <Link to="/settings/connectors">connectors</Link> and <Link to="/settings/trackers">trackers</Link>.
      </PageHead>
      <Fault of={organisation.error} onRetry={organisation.refetch} />
      {organisation.isPending && <Loading />}
      {organisation.data && <SettingsForm key={organisation.data.id} organisation={organisation.data} />}
    </>
  );
}

type Draft = Omit<Organisation, 'id' | 'demo' | 'createdAt'>;

const fields = [
  'name',
  'timeZone',
  'kpisPerOwner',
  'onTrackFrom',
  'behindFrom',
  'checkInGraceDays',
  'sustainPeriods',
];

function SettingsForm({ organisation }: { organisation: Organisation }): ReactNode {
  const { id: _, demo: __, createdAt: ___, ...settings } = organisation;
  const [draft, setDraft] = useState<Draft>(settings);
  const mayChange = useReaches('admin');
  const save = useCall('organisations.change', { stale: ['people', 'panel', 'judgements', 'keyResults'] });
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const number = (
    name: 'onTrackFrom' | 'behindFrom' | 'checkInGraceDays' | 'sustainPeriods' | 'kpisPerOwner',
  ) => ({
    value: draft[name],
    onChange: (value: number | string) => value !== '' && set({ [name]: Number(value) }),
    error: faultAt(save.error, name),
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayChange} className={classes.settings}>
        <section>
          <h2>Organisation</h2>
          <TextInput
            label="Name"
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultAt(save.error, 'name')}
          />
          <div className={classes.pair}>
            <TimeZoneSelect
              value={draft.timeZone}
              onChange={(timeZone) => set({ timeZone })}
              error={faultAt(save.error, 'timeZone')}
              disabled={!mayChange}
            />
            <Select
              label="Fiscal year starts in"
              description="Quarters and years are counted from there."
              data={months}
              value={String(draft.yearStartsIn)}
              onChange={(month) => month && set({ yearStartsIn: Number(month) })}
              allowDeselect={false}
              disabled={!mayChange}
            />
          </div>
        </section>
        <section>
          <h2>Signals</h2>
          <Select
            label="Rules"
            description={ruleSets.find(({ value }) => value === draft.ruleSet)?.what}
            data={ruleSets}
            value={draft.ruleSet}
            onChange={(value) => value && set({ ruleSet: value as Draft['ruleSet'] })}
            allowDeselect={false}
            disabled={!mayChange}
          />
        </section>
        <section>
          <h2>Fitness</h2>
          <NumberInput
            label="KPIs for one owner"
            description="More than these are too many to know."
            min={1}
            max={1000}
            allowDecimal={false}
            {...number('kpisPerOwner')}
          />
        </section>
        <section>
          <h2>Objectives and key results</h2>
          <div className={classes.pair}>
            <NumberInput
              label="On track from"
              description="This part of the expected progress."
              min={0}
              max={1}
              step={0.05}
              decimalScale={2}
              {...number('onTrackFrom')}
            />
            <NumberInput
              label="Behind from"
              description="Below it a key result is off track."
              min={0}
              max={1}
              step={0.05}
              decimalScale={2}
              {...number('behindFrom')}
            />
            <Select
              label="Check in"
              data={every}
              value={draft.checkInEvery}
              onChange={(value) => value && set({ checkInEvery: value as Draft['checkInEvery'] })}
              allowDeselect={false}
              disabled={!mayChange}
            />
            <Select
              label="On"
              data={weekdays}
              value={String(draft.checkInWeekday)}
              onChange={(day) => day && set({ checkInWeekday: Number(day) })}
              allowDeselect={false}
              disabled={!mayChange}
            />
            <NumberInput
              label="Days of grace"
              description="Later than that it is outdated."
              min={0}
              max={60}
              allowDecimal={false}
              {...number('checkInGraceDays')}
            />
            <NumberInput
              label="Watch a kept gain for"
              description="Periods in which it has to hold."
              min={1}
              max={60}
              allowDecimal={false}
              {...number('sustainPeriods')}
            />
          </div>
          <Switch
            label="A breached guardrail caps the score at 0.69"
            description="Otherwise it is flagged beside the score."
            checked={draft.guardrailCapsScore}
            onChange={(event) => set({ guardrailCapsScore: event.currentTarget.checked })}
          />
        </section>
        {mayChange ? (
          <div>
            <FormFault of={save.error} beside={fields} />
            <p role="status" className={classes.done}>
              {save.isSuccess && !isChanged && 'Saved.'}
            </p>
            <Button type="submit" disabled={!isChanged} loading={save.isPending}>
              Save
            </Button>
          </div>
        ) : (
          <p className={classes.quiet}>Settings are changed by an owner or admin.</p>
        )}
      </fieldset>
    </form>
  );
}
