import type { Act, Event, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import { told } from '#app/told.ts';
import type { Pillar } from '#contract/pillars.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import {
  type CountedPillar,
  findPillarNamed,
  listPillars,
  renameInKpis,
  renameInObjectives,
} from '#db/pillars.ts';
import type { Row } from '#db/schema.ts';
import { pillarNamed } from './pillar-named.ts';

export const pillars: UseCases<'pillars'> = {
  list: async (act) => shownPillars(act),

  create: async (act, { name, description }) => {
    const known = await findPillarNamed(act.tx, act.organisation.id, name);
    if (known && known.removed_at === null) throw taken(known.name);
    const { added } = await pillarNamed(act, name);
    const [event] = added;
    // One that comes back after its removal takes the words that it is given now.
    await update(act, event!.subject, { name, description });
    return [
      await shownPillar(act, event!.subject),
      { ...event!, detail: { name, ...(description && { description }) } },
    ];
  },

  change: async (act, { pillar: id, name, description }) => {
    const before = await loadPillar(act, id);
    const carried = name !== undefined && name !== before.name ? await rename(act, before, name) : [];
    if (description !== undefined) await update(act, id, { description });
    const after = await shownPillar(act, id);
    const words = ({ name, description }: Pick<Pillar, 'name' | 'description'>) => ({ name, description });
    return [
      after,
      { kind: 'pillar.changed', subject: id, detail: changes(words(before), words(after)) },
      ...carried,
    ];
  },

  remove: async (act, { pillar: id, clear }) => {
    const { name } = await loadPillar(act, id);
    const { kpis, objectives } = await shownPillar(act, id);
    if (!clear && kpis + objectives > 0)
      throw new Refused(
        'conflict',
        `${carriers(kpis, objectives)} "${name}": give them another pillar, or remove it with clear, and they carry none afterwards.`,
        'clear',
      );
    const carried = await carry(act, name, null);
    await update(act, id, { removed_at: act.now });
    return [
      { done: true },
      { kind: 'pillar.removed', subject: id, detail: { name, kpis, objectives } },
      ...carried,
    ];
  },

  order: async (act, { pillars: ids }) => {
    const before = await shownPillars(act);
    const known = new Set(before.map(({ id }) => id));
    const unknown = ids.find((id) => !known.has(id));
    if (unknown) throw noPillar(unknown, 'pillars');
    if (ids.length !== known.size || new Set(ids).size !== ids.length)
      throw new Refused(
        'invalid',
        `Name each of the ${known.size} pillars once, in the order that they are to have.`,
        'pillars',
      );
    for (const [position, id] of ids.entries()) await update(act, id, { position });
    const after = await shownPillars(act);
    const names = after.map(({ name }) => name);
    return [after, { kind: 'pillar.ordered', subject: act.organisation.id, detail: { pillars: names } }];
  },
};

async function rename(act: Act, { id, name: from }: Row<'pillar'>, to: string): Promise<Event[]> {
  const other = await findPillarNamed(act.tx, act.organisation.id, to);
  if (other && other.id !== id && other.removed_at !== null)
    throw new Refused(
      'conflict',
      `"${other.name}" was removed, and closed cycles still name it: add it again, or choose another name.`,
      'name',
    );
  if (other && other.id !== id) throw taken(other.name);
  await update(act, id, { name: to });
  return carry(act, from, to);
}

// The pillar is locked before, as by those who are about to carry it; then KPIs, the alignment and objectives, as everybody does. Each has an
// entry of its own: what it was on a past day is read off the audit log.
async function carry({ tx, organisation }: Act, from: string, to: string | null): Promise<Event[]> {
  const detail = changes({ pillar: from }, { pillar: to });
  const kpis = await renameInKpis(tx, organisation.id, from, to);
  await lockAlignment(tx, organisation.id, 'shared');
  const objectives = await renameInObjectives(tx, organisation.id, from, to);
  return [
    ...kpis.map(({ id }) => ({ kind: 'kpi.changed', subject: id, detail })),
    ...objectives.map((row) => ({ kind: 'objective.changed', subject: row.id, detail: told(row, detail) })),
  ];
}

async function update(
  { tx, organisation }: Act,
  id: string,
  columns: Partial<Pick<Row<'pillar'>, 'name' | 'description' | 'position' | 'removed_at'>>,
): Promise<void> {
  await tx
    .updateTable('pillar')
    .set(columns)
    .where('organisation', '=', organisation.id)
    .where('id', '=', id)
    .execute();
}

async function loadPillar({ tx, organisation }: Act, id: string): Promise<Row<'pillar'>> {
  const row = await tx
    .selectFrom('pillar')
    .selectAll()
    .where('organisation', '=', organisation.id)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noPillar(id, 'pillar');
  return row;
}

async function shownPillars(act: Act): Promise<Pillar[]> {
  return (await listPillars(act.tx, act.organisation.id, await hiddenObjectives(act))).map(shown);
}

async function shownPillar(act: Act, id: string): Promise<Pillar> {
  return (await shownPillars(act)).find((pillar) => pillar.id === id)!;
}

function shown({ id, name, description, kpis, objectives, created_at }: CountedPillar): Pillar {
  return { id, name, description, kpis, objectives, createdAt: created_at };
}

function noPillar(id: string, field: string): Refused {
  return new Refused('not_found', `There is no pillar ${id}.`, field);
}

function taken(name: string): Refused {
  return new Refused('conflict', `There is a pillar "${name}" already: choose another name.`, 'name');
}

function carriers(kpis: number, objectives: number): string {
  const counted = (count: number, noun: string) =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  const words = [...counted(kpis, 'KPI'), ...counted(objectives, 'objective')].join(' and ');
  return `${words} ${kpis + objectives === 1 ? 'carries' : 'carry'}`;
}
