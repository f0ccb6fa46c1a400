import type { Act, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import {
  loadKeyResult,
  loadObjective,
  mayAnswerFor,
  mayChange,
  refuseCycleState,
} from '#app/objective/objective-access.ts';
import { loadTeam } from '#app/people/team-tree.ts';
import { told } from '#app/told.ts';
import type { CoachedFinding } from '#contract/coach.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { openSetAsides } from '#db/coach.ts';
import type { Row } from '#db/schema.ts';
import { may } from '#domain/access.ts';
import { ruleNames, whyOf } from '#domain/coach/why.ts';
import { namesOf } from './coach-cycle.ts';
import type { Found } from './coach-goal.ts';

/** Of what a finding is: a goal, a KPI, or whoever has too many goals. */
export type Subject = Pick<Row<'coach_set_aside'>, 'kind' | 'subject'>;

/** Tells which findings were set aside, by subject, rule and what they are about. */
export type SetAsides = (subject: Subject, found: Found) => CoachedFinding['setAside'];

export async function setAsidesOf(act: Act, subjects?: readonly string[]): Promise<SetAsides> {
  const rows = await openSetAsides(act.tx, act.organisation.id, subjects);
  const known = new Map(rows.map((row) => [keyOf(row.subject, row.rule, row.about), row]));
  return ({ subject }, { rule, about }) => {
    const row = known.get(keyOf(subject, rule, about));
    return row ? shownSetAside(row) : null;
  };
}

function keyOf(subject: string, rule: string, about: string): string {
  return `${subject} ${rule} ${about}`;
}

function shownSetAside({ id, reason, person, at }: Row<'coach_set_aside'>) {
  return { id, reason, by: person, at };
}

/** A finding in the contract's shape; `text` is what it quotes, `subject` is null for what is not written yet. */
export function shownFinding(
  found: Found,
  text: string,
  of: { kind: Subject['kind']; subject: string | null },
  setAsides: SetAsides,
): CoachedFinding {
  const { by, rule, severity, at, message, repair, about } = found;
  const { kind, subject } = of;
  return {
    ...{ kind, subject, by, rule, severity, at, message, about },
    quote: at.to - at.from < text.length ? text.slice(at.from, at.to) : '',
    ...{ repair: repair ?? null, value: repairValue(found) },
    ...(whyOf(rule) ?? { why: '', source: '' }),
    setAside: subject === null ? null : setAsides({ kind, subject }, found),
  };
}

// A unit can be converted into a number that nothing can hold.
function repairValue({ value, objective }: Found): CoachedFinding['value'] {
  if (!value || Object.values(value).some((each) => typeof each === 'number' && !Number.isFinite(each)))
    return null;
  if ('guardrails' in value) return { guardrails: [...value.guardrails] };
  return { ...value, ...(objective && { objective }) };
}

/** Problems first, then advice, then what is set aside; else in the order of the rules. */
export function inOrder<T extends Pick<CoachedFinding, 'severity' | 'setAside'>>(
  findings: readonly T[],
): T[] {
  const place = ({ severity, setAside }: T) => (setAside ? 2 : severity === 'problem' ? 0 : 1);
  return findings.toSorted((one, other) => place(one) - place(other));
}

/** Sets aside what is found of a subject now; `findNow` tells what that is when nobody says. */
export async function setAside(
  act: Act,
  { kind, subject, rule, about, reason }: Parsed<'coach.setAside'>,
  findNow: () => Promise<readonly CoachedFinding[]>,
): ReturnType<UseCases<'coach'>['setAside']> {
  const holder = await refuseStranger(act, { kind, subject });
  if (!ruleNames.includes(rule))
    throw new Refused('invalid', `The coach has no rule ${rule}: take its name from a finding.`, 'rule');
  const row: Row<'coach_set_aside'> = {
    ...{ organisation: act.organisation.id, id: newId(), kind, subject, rule, reason },
    about: about ?? (await aboutNow(rule, findNow)),
    ...{ person: act.who.id, at: act.now, taken_up_by: null, taken_up_at: null },
  };
  const added = await act.tx
    .insertInto('coach_set_aside')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Refused('conflict', `This is set aside already: take it up first.`, 'rule');
  return [
    shownSetAside(row),
    {
      kind: 'coachSetAside.created',
      subject: row.id,
      detail: told(holder, { kind, of: subject, rule, reason }),
    },
  ];
}

async function aboutNow(rule: string, findNow: () => Promise<readonly CoachedFinding[]>): Promise<string> {
  const now = (await findNow()).find((each) => each.rule === rule && !each.setAside);
  if (!now) throw new Refused('conflict', `The coach does not find ${rule} there now.`, 'rule');
  return now.about;
}

/** Takes a finding up again: what was said of it stays readable in the audit log. */
export const takeUp: UseCases<'coach'>['takeUp'] = async (act, { setAside: id }) => {
  const missing = new Refused('not_found', `There is no set-aside ${id}.`, 'setAside');
  const row = await act.tx
    .selectFrom('coach_set_aside')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw missing;
  const holder = await refuseStranger(act, row).catch((fault: unknown) => {
    throw fault instanceof Refused && fault.code === 'not_found' ? missing : fault;
  });
  if (row.taken_up_at) throw new Refused('conflict', 'It was taken up already.', 'setAside');
  await act.tx
    .updateTable('coach_set_aside')
    .set({ taken_up_by: act.who.id, taken_up_at: act.now })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id)
    .execute();
  const { kind, subject: of, rule } = row;
  return [
    { done: true },
    { kind: 'coachSetAside.takenUp', subject: id, detail: told(holder, { kind, of, rule }) },
  ];
};

/** Refuses whoever may not change the subject; gives whether it is private. */
async function refuseStranger(act: Act, { kind, subject }: Subject): Promise<{ private: boolean }> {
  const mayIt = (is: boolean, name: string): { private: boolean } => {
    if (is) return { private: false };
    throw new Refused(
      'forbidden',
      `You may not set aside what the coach finds of ${name}: whoever may change it may.`,
    );
  };
  switch (kind) {
    case 'objective': {
      const row = await loadObjective(act, subject, false, 'subject');
      refuseCycleState(row.cycle_state, 'change');
      return { ...mayIt(mayChange(act, row), `"${row.title}"`), private: row.private };
    }
    case 'key_result': {
      const { keyResult, objective } = await loadKeyResult(act, subject);
      refuseCycleState(objective.cycle_state, 'change');
      const is = mayAnswerFor(act, objective, keyResult.owner);
      return { ...mayIt(is, `"${keyResult.title}"`), private: objective.private };
    }
    case 'kpi': {
      const row = await loadKpi(act, subject);
      return mayIt(may(act.who, 'write', row), row.name);
    }
    case 'team': {
      const { team } = await loadTeam(act, subject);
      return mayIt(may(act.who, 'write', { team: team.id }), team.name);
    }
    case 'person': {
      const name = (await namesOf(act, [subject])).get(subject);
      if (name === undefined)
        throw new Refused('not_found', `There is no person ${subject} here.`, 'subject');
      return mayIt(may(act.who, 'write', { owner: subject }), name);
    }
    case 'organisation':
      if (subject !== act.organisation.id)
        throw new Refused('not_found', `There is no organisation ${subject}.`);
      return mayIt(may(act.who, 'administer', {}), act.organisation.name);
  }
}
