import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeyResult } from '#contract/key-results.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { convert } from '#domain/kpi/unit.ts';
import dialog from '../../../parts/Dialog.module.css';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { faultAt } from '../../../parts/FormFault.tsx';
import { GuideLink } from '../../../parts/GuideLink.tsx';
import { KpiMultiSelect, KpiSelect } from '../../../parts/KpiSelect.tsx';
import { PersonSelect } from '../../../parts/PersonSelect.tsx';
import { useCall, useOperation } from '../../../query.ts';
import { KeyResultByData, KeyResultWriting, useKeyResultCoach } from '../../coach/KeyResultWriting.tsx';
import { useSetAsides } from '../../coach/useSetAsides.ts';
import { AmbitionLine } from './AmbitionLine.tsx';
import classes from './KeyResultFields.module.css';
import {
  type DraftFaults,
  draftOf,
  type KeyResultDraft,
  measureOf,
  newKeyResult,
  termsOf,
} from './key-result-draft.ts';
import { MeasureFields } from './MeasureFields.tsx';
import { PlanInput } from './PlanInput.tsx';
import { UnitInput } from './UnitInput.tsx';

type Props = {
  objective: { id: string; title: string; owner: string | null; cycle: { id: string } };
  /** The key result to change; without it a new one is written. */
  keyResult?: KeyResult;
  /** What a new one begins with. */
  said?: Partial<KeyResultDraft> | undefined;
  ends: string;
  onClose: () => void;
};

const beside = [
  'title',
  'measure',
  'owner',
  'weight',
  'deadline',
  'unit',
  'kpi',
  'guardrails',
  'plan',
  'reason',
];
const stale = ['objectives', 'cycles', 'checkIns', 'judgements', 'grades', 'coach'];

/** Writes a key result or changes one; what was frozen asks for the reason. */
export function KeyResultDialog({ objective, keyResult: given, said, ends, onClose }: Props): ReactNode {
  const [keyResult, setKeyResult] = useState(given);
  const [draft, setDraft] = useState<KeyResultDraft>(() =>
    keyResult ? draftOf(keyResult) : { ...newKeyResult(objective.owner), ...said },
  );
  const [faults, setFaults] = useState<DraftFaults>({});
  const put = (part: Partial<KeyResultDraft>): void => {
    setDraft((old) => ({ ...old, ...part }));
    setFaults({});
  };
  const asides = useSetAsides(keyResult?.id);
  // What was split off waits here: each part is a key result with a measure of its own.
  const [next, setNext] = useState<readonly string[]>([]);
  const follow = (): void => {
    const [title, ...rest] = next;
    if (title === undefined) {
      onClose();
      return;
    }
    setNext(rest);
    setKeyResult(undefined);
    setDraft({ ...newKeyResult(objective.owner), title });
  };
  const create = useCall('keyResults.create', {
    stale,
    onDone: ({ id }) => void asides.kept('key_result', id).then(follow),
  });
  const change = useCall('keyResults.change', { stale, onDone: follow });
  const saving = keyResult ? change : create;
  const { read, level } = useRead(draft, put);
  const coach = useKeyResultCoach(
    {
      ...{ draft, onChange: put, objective, self: keyResult?.id, level: level?.value },
      onSplit: (rest) => setNext((old) => [rest, ...old]),
    },
    asides,
  );

  const submit = (): void => {
    const promised = measureOf(draft);
    if ('faults' in promised) {
      setFaults(promised.faults);
      return;
    }
    const terms = termsOf(draft, promised.measure);
    const reason = draft.reason.trim() ? { reason: draft.reason } : {};
    if (keyResult) change.mutate({ ...terms, ...reason, keyResult: keyResult.id });
    else create.mutate({ ...terms, objective: objective.id });
  };
  const at = (...fields: string[]) => faultAt(saving.error, ...fields);
  const measured = draft.kind !== 'milestones' && draft.kind !== 'done';
  const hasUnit = measured && !(draft.kind === 'hit rate' && !draft.hasLevel);
  const ofMeasure = at('measure');
  return (
    <FormDialog
      title={keyResult ? 'Change the key result' : 'New key result'}
      size="lg"
      action={keyResult ? 'Save' : 'Add the key result'}
      saving={saving}
      beside={beside}
      onClose={onClose}
      onSubmit={submit}
      noValidate
    >
      <KeyResultWriting
        coach={coach}
        description={
          <>
            An outcome that can be counted, not the work that leads to it.{' '}
            <GuideLink sentence={draft.title}>Is it one?</GuideLink>
          </>
        }
        error={at('title')}
      />
      {next.length > 0 && (
        <p className={dialog.hint} role="status">
          Saved first; then follows: “{next.join('”, “')}”
        </p>
      )}
      {measured && (
        <KpiSelect
          label="Reads its value from"
          description="A KPI gives the value by itself; otherwise it is typed at check-ins."
          placeholder="Typed at check-ins"
          value={draft.kpi}
          onChange={read}
          error={at('kpi')}
        />
      )}
      {hasUnit && <UnitInput unit={draft.unit} onChange={(unit) => put({ unit })} error={at('unit')} />}
      <MeasureFields
        draft={draft}
        onChange={put}
        faults={{ ...faults, ...(ofMeasure && { measure: ofMeasure }) }}
        level={level}
      />
      {measured && <AmbitionLine draft={draft} cycle={objective.cycle.id} ends={ends} onChange={put} />}
      <KeyResultByData coach={coach} />
      <KpiMultiSelect
        label="Guardrails"
        description="KPIs that must not suffer for it."
        value={draft.guardrails}
        onChange={(guardrails) => put({ guardrails })}
        error={at('guardrails')}
      />
      <div className={classes.pair}>
        <PersonSelect
          label="Owner"
          value={draft.owner}
          onChange={(owner) => put({ owner })}
          error={at('owner')}
        />
        <TextInput
          label="Weight"
          inputMode="decimal"
          value={draft.weight}
          onChange={(event) => put({ weight: event.currentTarget.value })}
          error={at('weight')}
        />
        <TextInput
          type="date"
          label="Deadline"
          value={draft.deadline || ends}
          onChange={(event) => put({ deadline: event.currentTarget.value })}
          error={at('deadline')}
        />
      </div>
      <PlanInput plan={draft.plan} onChange={(plan) => put({ plan })} error={at('plan')} />
      {keyResult?.frozen && (
        <Textarea
          label="Reason for the change"
          description="It is frozen: what moves its wording, measure, weight or deadline shows at grading as a moved goalpost, with this reason."
          autosize
          minRows={2}
          value={draft.reason}
          onChange={(event) => put({ reason: event.currentTarget.value })}
          error={at('reason')}
        />
      )}
    </FormDialog>
  );
}

/** Reading a KPI brings its unit and cadence along, and its level as the baseline to start from. */
function useRead(draft: KeyResultDraft, put: (part: Partial<KeyResultDraft>) => void) {
  const kpis = useOperation('kpis.list', {});
  const judged = useOperation('judgements.find', { kpi: draft.kpi ?? '' }, { enabled: draft.kpi !== null });
  const read = (id: string | null): void => {
    const kpi = kpis.data?.find((each) => each.id === id);
    put({ kpi: id, ...(kpi && { unit: kpi.unit, decimals: kpi.decimals, cadence: kpi.cadence }) });
  };
  const { level: raw = null, kpi } = judged.data ?? {};
  const value = raw === null || !kpi ? undefined : convert(raw, kpi.unit, draft.unit);
  const rounded = value === undefined ? undefined : Number(value.toFixed(draft.decimals));
  const level =
    rounded === undefined
      ? undefined
      : { value: rounded, text: formatValue(rounded, draft.unit, draft.decimals) };
  return { read, level };
}
