import type { Act, Event, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { factsOf, type Known, knownOf, measuredIn } from '#app/kpi/facts.ts';
import { climb } from '#app/objective/climb.ts';
import {
  loadKeyResult,
  maySee,
  refuseDropped,
  refuseState,
  refuseStranger,
} from '#app/objective/objective-access.ts';
import { told } from '#app/told.ts';
import type { CheckIn } from '#contract/check-ins.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { listCheckIns } from '#db/check-ins.ts';
import { type KeyResultWithLinks, keyResultsById } from '#db/key-results.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { checkInFault } from '#domain/okr/check-in.ts';
import { type Report, reportFault } from '#domain/okr/facts.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { progress } from '#domain/okr/progress.ts';
import { dueCheckIns } from './check-ins-due.ts';
import { shownCheckIn } from './key-result-detail.ts';
import { refresh } from './standing.ts';

export const checkIns: UseCases<'checkIns'> = {
  due: dueCheckIns,

  list: async (act, { keyResult }) => {
    const loaded = await loadKeyResult(act, keyResult);
    const rows = await listCheckIns(act.tx, act.organisation.id, [loaded.keyResult.id]);
    return rows.map(shownCheckIn).reverse();
  },

  record: async (act, input) => {
    const [rows, event, ...events] = await recordCheckIns(act, [input]);
    return [rows[0]!, event, ...events];
  },

  recordMany: async (act, input) => recordCheckIns(act, input.checkIns, (index) => `checkIns.${index}`),
};

type Given = Parsed<'checkIns.record'>;

/** Where in the input a check-in stands; empty when it is the input. */
type Place = (index: number) => string;

/** Records check-ins on several key results and brings their objectives up to date; refuses all of them at the first fault. */
async function recordCheckIns(
  act: Act,
  given: readonly Given[],
  place: Place = () => '',
): Promise<[CheckIn[], Event, ...Event[]]> {
  await lockAlignment(act.tx, act.organisation.id, 'shared');
  const targets = await loadTargets(act, given, place);
  const known = await knownOf(
    act,
    [...targets.values()].map(({ keyResult, objective }) => measuredIn(keyResult, objective)),
  );
  refuseTwice(act, given);
  const rows = given.map((each, index) => {
    const target = targets.get(each.keyResult)!;
    return naming(place(index), () => checkInRow(act, target, known.get(each.keyResult)!, each));
  });
  await act.tx
    .insertInto('check_in')
    .values(rows.map((row) => ({ ...row, report: row.report && JSON.stringify(row.report) })))
    .execute();
  const standing = [...targets.values()].filter(({ objective }) => objective.cycle_state !== 'closed');
  const changed = await refresh(
    act,
    standing.map(({ keyResult, objective }) => measuredIn(keyResult, objective)),
  );
  const moved = await climb(
    act,
    changed.map(({ objective }) => objective),
  );
  const [event, ...events] = rows.map((row, index) =>
    eventOf(row, targets.get(row.key_result)!.objective, index === 0 ? moved : []),
  );
  return [rows.map(shownCheckIn), event!, ...events];
}

// Of fifty check-ins sent at once the person has to find the one that was refused.
function naming<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (fault) {
    if (!(fault instanceof Refused) || place === '') throw fault;
    throw new Refused(fault.code, fault.message, fault.field ? `${place}.${fault.field}` : place);
  }
}

// Of two about one day the later one stands, and within one call there is no later one.
function refuseTwice(act: Act, given: readonly Given[]): void {
  const slots = given.map(({ keyResult, day }) => `${keyResult} ${day ?? act.today}`);
  if (new Set(slots).size < slots.length)
    throw new Refused('invalid', 'Two check-ins are about one key result and day: send one.', 'checkIns');
}

type Target = { keyResult: KeyResultWithLinks; objective: ObjectiveInCycle };

async function loadTargets(act: Act, given: readonly Given[], place: Place): Promise<Map<string, Target>> {
  const ids = [...new Set(given.map(({ keyResult }) => keyResult))];
  const rows = await keyResultsById(act.tx, act.organisation.id, ids, true);
  const objectives = await objectivesById(act.tx, act.organisation.id, [
    ...new Set(rows.map((row) => row.objective)),
  ]);
  const byId = new Map(objectives.filter((row) => maySee(act, row)).map((row) => [row.id, row]));
  const targets = new Map<string, Target>();
  for (const [index, { keyResult: id }] of given.entries()) {
    const keyResult = rows.find((row) => row.id === id);
    const objective = keyResult && byId.get(keyResult.objective);
    naming(place(index), () => {
      if (!objective) throw new Refused('not_found', `There is no key result ${id}.`, 'keyResult');
      refuseUnawaited(act, { keyResult, objective });
      targets.set(id, { keyResult, objective });
    });
  }
  return targets;
}

function refuseUnawaited(act: Act, { keyResult, objective }: Target): void {
  refuseStranger(act, { keyResult, objective });
  refuseDropped(keyResult);
  // Values may still arrive after the close: they are kept as late ones, and nothing else changes.
  if (objective.cycle_state !== 'closed') refuseState(objective, 'check in');
  if (objective.state === 'draft')
    throw new Refused('conflict', `"${objective.title}" is still a draft: activate it, then check in.`);
}

/** A check-in before it is stored. */
type NewCheckIn = Row<'check_in'> & { report: Report | null };

function checkInRow(act: Act, { keyResult, objective }: Target, known: Known, given: Given): NewCheckIn {
  const day = given.day ?? act.today;
  const late = objective.cycle_state === 'closed' || day > objective.ends;
  if (given.confidence === undefined && !late && objective.cycle_state === 'active')
    throw new Refused(
      'invalid',
      'Say how confident you are, from 0 (no chance) to 10 (certain): what you believe now is what is graded later.',
      'confidence',
    );
  const fault = checkInFault({ day, confidence: given.confidence ?? 0 }, objective, act.today);
  if (fault) throw new Refused('invalid', fault, 'day');
  refuseReport(act, { keyResult, objective }, given.report);
  const row = {
    organisation: act.organisation.id,
    id: newId(),
    key_result: keyResult.id,
    day,
    value: given.report?.kind === 'value' ? given.report.value : null,
    report: given.report ?? null,
    progress: null,
    confidence: given.confidence ?? null,
    changed: given.changed,
    blocks: given.blocks,
    needs: given.needs,
    late,
    author: act.who.id,
    recorded_at: act.now,
  };
  // A late one changes nothing, so no progress is told by it.
  if (late) return row;
  const facts = factsOf(act, measuredIn(keyResult, objective), [...known.checkIns, row], known.values, day);
  return { ...row, progress: progress(keyResult.measure as Measure, facts) ?? null };
}

function refuseReport(act: Act, { keyResult, objective }: Target, report: Report | undefined): void {
  const { kpi_name, measure } = keyResult;
  if (!report) return;
  if (kpi_name)
    throw new Refused('invalid', `Its value is read from ${kpi_name.name}: leave the value out.`, 'report');
  const fault = reportFault(measure as Measure, report, objective, act.organisation.calendar);
  if (fault) throw new Refused('invalid', fault, 'report');
}

function eventOf(row: NewCheckIn, objective: ObjectiveInCycle, moved: readonly string[]): Event {
  const { key_result, day, report, confidence, late } = row;
  return {
    kind: 'checkIn.recorded',
    subject: key_result,
    detail: told(objective, { day, ...(report && { report }), confidence, late }, moved),
  };
}
