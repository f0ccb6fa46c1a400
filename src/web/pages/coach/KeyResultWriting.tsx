import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { fieldText } from '../../parts/typed-value.ts';
import { type KeyResultDraft, measureOf } from '../okr/key-result/key-result-draft.ts';
import { CoachedField } from './CoachedField.tsx';
import classes from './FindingList.module.css';
import { FindingList } from './FindingList.tsx';
import { InitiativeEntry } from './InitiativeEntry.tsx';
import { type Mends, mendIn } from './mends.ts';
import { splitAt } from './split.ts';
import { useFindings } from './useFindings.ts';
import type { SettingAside } from './useSetAsides.ts';

type Given = {
  draft: KeyResultDraft;
  onChange: (part: Partial<KeyResultDraft>) => void;
  objective: { id: string; title: string; cycle: { id: string } };
  /** The key result that is changed. */
  self: string | undefined;
  /** The level of the KPI that it reads, in its unit. */
  level: number | undefined;
  /** Keeps the second half of a key result that was split, to be written next. */
  onSplit: (rest: string) => void;
};

/** What the coach finds in a key result while it is written, and what mends it there. */
export type KeyResultCoach = Given & {
  findings: CoachedFinding[];
  mends: Mends;
  asides: SettingAside;
  /** The words that are asked about to become an initiative. */
  asked: string | undefined;
  ask: (words: string | undefined) => void;
};

export function useKeyResultCoach(given: Given, asides: SettingAside): KeyResultCoach {
  const [asked, ask] = useState<string>();
  const findings = asides.marked(useKeyResultFindings(given));
  const mends = useMends(given, () => ask(given.draft.title));
  return { ...given, findings, mends, asides, asked, ask };
}

// That another goal says the same is found by comparing, and lies in the words.
function isInWords({ by, value }: CoachedFinding): boolean {
  return by !== 'data' || value?.other !== undefined;
}

/** What data say of a key result, to stand beside its numbers. */
export function KeyResultByData({ coach }: { coach: KeyResultCoach }): ReactNode {
  const { findings, mends, asides } = coach;
  return (
    <FindingList
      label="What the data say"
      findings={findings.filter((finding) => !isInWords(finding))}
      mendOf={(finding) => mendIn(mends, finding)}
      onSetAside={asides.setAside}
      onTakeUp={asides.takeUp}
    />
  );
}

type Props = { coach: KeyResultCoach; description: ReactNode; error: string | undefined };

/** The words of a key result while they are written, with what the coach finds in them and what mends it by a click. */
export function KeyResultWriting({ coach, description, error }: Props): ReactNode {
  const { draft, onChange, objective, self, findings, mends, asides, asked, ask } = coach;
  const field = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState<string>();
  const [done, setDone] = useState<string>();
  const show = ({ at }: CoachedFinding): void => {
    field.current?.focus();
    field.current?.setSelectionRange(at.from, at.to);
  };
  return (
    <>
      <CoachedField
        label="Key result"
        description={description}
        placeholder="Customers have a first answer within 45 minutes"
        value={draft.title}
        onChange={(title) => {
          onChange({ title });
          setDone(undefined);
        }}
        {...{ findings, active, error, field }}
      />
      {done && (
        <p className={classes.done} role="status">
          {done}
        </p>
      )}
      <FindingList
        findings={findings.filter(isInWords)}
        mendOf={(finding) => mendIn(mends, finding)}
        asking={({ repair }) =>
          repair === 'make it an initiative' &&
          asked === draft.title && (
            <InitiativeEntry
              title={draft.title}
              cycle={objective.cycle.id}
              objective={objective.id}
              self={self}
              onDone={(keyResult) => {
                ask(undefined);
                if (keyResult === undefined) return;
                setDone(doneWords(draft.title, keyResult, self !== undefined));
                if (!self) onChange({ title: '' });
              }}
            />
          )
        }
        onSetAside={asides.setAside}
        onTakeUp={asides.takeUp}
        onActive={setActive}
        onShow={show}
        error={asides.error}
      />
    </>
  );
}

function doneWords(title: string, keyResult: string, isThere: boolean): string {
  const next = isThere
    ? 'Drop this key result, or write what should come of it.'
    : 'Now write what should come of it.';
  return `“${title.trim()}” is an initiative of “${keyResult}”. ${next}`;
}

function useKeyResultFindings({ draft, objective, self }: Given): CoachedFinding[] {
  const { title: text, unit, decimals, kpi, guardrails, owner, deadline } = draft;
  const promised = measureOf(draft);
  const measure = 'measure' in promised ? promised.measure : undefined;
  return useFindings(
    { kind: 'key_result', text, objective: objective.title, measure, unit, decimals },
    {
      ...{ kind: 'key_result', text, objective: objective.id, cycle: objective.cycle.id, owner },
      ...{ kpi: measure?.kind === 'done' || measure?.kind === 'milestones' ? null : kpi, guardrails },
      ...(self && { subject: self }),
      ...(measure && { measure, unit, decimals }),
      ...(deadline && { deadline }),
    },
  );
}

function useMends({ draft, onChange, level, onSplit }: Given, makeInitiative: () => void): Mends {
  const navigate = useNavigate();
  const baseline = ({ value }: CoachedFinding): (() => void) | undefined => {
    const known = value?.baseline ?? level;
    return known === undefined ? undefined : () => onChange({ kind: 'move', baseline: fieldText(known) });
  };
  const target = ({ value }: CoachedFinding): (() => void) | undefined => {
    const known = value?.target;
    return known === undefined ? undefined : () => onChange({ target: fieldText(known) });
  };
  return {
    'make it a KPI': () => () =>
      void navigate({ to: '/kpis/new', search: { sentence: draft.title.trim() } as never }),
    'make it an initiative': () => makeInitiative,
    'split it':
      ({ at }) =>
      () => {
        const [first, rest] = splitAt(draft.title, at);
        onChange({ title: first });
        onSplit(rest);
      },
    'take the baseline from the KPI': baseline,
    'take the stretch as target': target,
    'take a target beyond the limits': target,
    'add the counter-metric as guardrail': ({ value }) =>
      value?.guardrails &&
      (() => onChange({ guardrails: [...new Set([...draft.guardrails, ...(value.guardrails ?? [])])] })),
    'open the other one': useOpenOther(),
  };
}

/** Opens the goal that says the same. */
export function useOpenOther(): NonNullable<Mends[string]> {
  const navigate = useNavigate();
  return ({ value }) => {
    const { other, objective } = value ?? {};
    if (!other) return undefined;
    return () =>
      void navigate({
        to: '/objectives/$objective',
        params: { objective: objective ?? other },
        ...(objective && { hash: other }),
      });
  };
}
