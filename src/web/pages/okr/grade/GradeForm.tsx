import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { Commitment } from '#domain/okr/grade.ts';
import { FormFault, faultAt } from '../../../parts/FormFault.tsx';
import { useCall } from '../../../query.ts';
import { FateInput } from './FateInput.tsx';
import classes from './GradeForm.module.css';
import { type GradeDraft, type GradeFaults, gradeDraft, gradeOf, meaning } from './grade-draft.ts';
import { ScoreMark } from './ScoreMark.tsx';

type Props = { sheet: GradeSheet; commitment: Commitment; cycle: Cycle; onDone: () => void };

const beside = [
  ...['score', 'reason', 'explanation', 'lesson', 'fate', 'keep', 'carryInto'],
  'graduate.level',
  ...['key', 'name', 'definition', 'unit', 'owner'].map((field) => `graduate.kpi.${field}`),
];
const stale = ['cycles', 'objectives', 'keyResults', 'sustainWatches'];

/** The judgement of one key result: score, the words that it needs, fate and lesson. */
export function GradeForm({ sheet, commitment, cycle, onDone }: Props): ReactNode {
  const [draft, setDraft] = useState<GradeDraft>(() => gradeDraft(sheet));
  const [faults, setFaults] = useState<GradeFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const record = useCall('grades.record', { stale, onDone });
  const put = (part: Partial<GradeDraft>): void => {
    setDraft((old) => ({ ...old, ...part }));
    setFaults({});
  };
  useHotkeys([['mod+Enter', () => form.current?.requestSubmit()]], []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Keys do not ask the button.
    if (record.isPending) return;
    const sent = gradeOf(draft, sheet);
    if ('faults' in sent) setFaults(sent.faults);
    else record.mutate(sent);
  };
  const read = meaning(draft, sheet, commitment);
  const asks = (what: 'reason' | 'explanation') => read?.asks.includes(what) || draft[what] !== '';
  const at = (...fields: string[]) => faultAt(record.error, ...fields);
  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
      <Stack gap="md">
        <div className={classes.score}>
          <TextInput
            label="Score"
            w={110}
            inputMode="decimal"
            autoComplete="off"
            value={draft.score}
            onChange={(event) => put({ score: event.currentTarget.value })}
            error={faults.score ?? at('score')}
            classNames={{ input: classes.number }}
          />
          {read && (
            <p role="status">
              <ScoreMark score={read.score} />
              {read.isSuccess !== undefined && (
                <span>
                  {read.isSuccess ? 'a success' : 'no success'} for what is {commitment}
                </span>
              )}
              {read.isCapped && <span>capped by a breached guardrail</span>}
            </p>
          )}
        </div>
        {asks('reason') && (
          <Textarea
            label="Why not the suggested score?"
            required
            autosize
            minRows={2}
            value={draft.reason}
            onChange={(event) => put({ reason: event.currentTarget.value })}
            error={at('reason')}
          />
        )}
        {asks('explanation') && (
          <Textarea
            label="It was committed and is missed: what happened?"
            required
            autosize
            minRows={2}
            value={draft.explanation}
            onChange={(event) => put({ explanation: event.currentTarget.value })}
            error={at('explanation')}
          />
        )}
        <Textarea
          label={commitment === 'learning' ? 'What was learnt' : 'Lesson'}
          description="In a sentence that helps the next one who tries."
          required
          autosize
          minRows={2}
          value={draft.lesson}
          onChange={(event) => put({ lesson: event.currentTarget.value })}
          error={at('lesson')}
        />
        <FateInput
          draft={draft}
          onChange={put}
          sheet={sheet}
          cycle={cycle}
          fault={faults.fate ?? at('fate', 'keep', 'carryInto')}
          faultAt={(...fields) => (fields.includes('graduate.level') && faults.floor) || at(...fields)}
        />
        <FormFault of={record.error} beside={beside} />
        <Group>
          <Button type="submit" loading={record.isPending}>
            {sheet.keyResult.grade ? 'Save the grade' : 'Grade, and on to the next'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
