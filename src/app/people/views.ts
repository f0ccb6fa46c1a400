import type { Act, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { Refused } from '#contract/refused.ts';
import type { View } from '#contract/views.ts';
import type { Row } from '#db/schema.ts';
import { reaches } from '#domain/access.ts';

export const views: UseCases<'views'> = {
  list: async (act, { page }) => {
    const rows = await visible(act);
    const defaults = await defaultsOf(act);
    return rows
      .filter((row) => !page || row.page === page)
      .map((row) => shown(act, row, defaults.has(row.id)));
  },

  create: async (act, { page, name, query, shared }) => {
    if (shared) refuseSharing(act);
    const row: Row<'saved_view'> = {
      ...{ organisation: act.organisation.id, id: newId(), owner: act.who.id },
      ...{ page, name, query, shared, created_at: act.now },
    };
    await refuseTaken(act, row);
    await act.tx.insertInto('saved_view').values(row).execute();
    return [
      shown(act, row, false),
      { kind: 'view.created', subject: row.id, detail: { page, name, shared } },
    ];
  },

  change: async (act, { view, ...given }) => {
    const before = await loadChangeable(act, view);
    if (given.shared && !before.shared) refuseSharing(act);
    const after = { ...before, ...given };
    await refuseTaken(act, after);
    await act.tx
      .updateTable('saved_view')
      .set({ name: after.name, query: after.query, shared: after.shared })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', view)
      .execute();
    // Who opened the page with it would be left with a view that is no longer theirs to see.
    if (before.shared && !after.shared)
      await act.tx
        .deleteFrom('default_view')
        .where('organisation', '=', act.organisation.id)
        .where('view', '=', view)
        .where('person', '<>', before.owner)
        .execute();
    const isDefault = (await defaultsOf(act)).has(view);
    return [shown(act, after, isDefault), { kind: 'view.changed', subject: view, detail: given }];
  },

  remove: async (act, { view }) => {
    const { name, page } = await loadChangeable(act, view);
    await act.tx
      .deleteFrom('saved_view')
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', view)
      .execute();
    return [{ done: true }, { kind: 'view.removed', subject: view, detail: { page, name } }];
  },

  open: async (act, { page, view }) => {
    const whose = { organisation: act.organisation.id, person: act.who.id, page };
    if (view === null) {
      await act.tx
        .deleteFrom('default_view')
        .where((is) => is.and(whose))
        .execute();
      return [{ done: true }, { kind: 'view.opened', subject: act.who.id, detail: { page, view: null } }];
    }
    const row = await load(act, view);
    if (row.page !== page)
      throw new Refused('invalid', `"${row.name}" is a view of another page: the ${row.page}.`, 'view');
    await act.tx
      .insertInto('default_view')
      .values({ ...whose, view })
      .onConflict((conflict) => conflict.columns(['organisation', 'person', 'page']).doUpdateSet({ view }))
      .execute();
    return [{ done: true }, { kind: 'view.opened', subject: view, detail: { page, name: row.name } }];
  },
};

/** The views that are the person's own or shared, one's own first, then by name. */
async function visible(act: Act): Promise<Row<'saved_view'>[]> {
  return act.tx
    .selectFrom('saved_view')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where((is) => is.or([is('owner', '=', act.who.id), is('shared', '=', true)]))
    .orderBy('shared')
    .orderBy((of) => of.fn('lower', ['name']))
    .orderBy('id')
    .execute();
}

async function defaultsOf(act: Act): Promise<Set<string>> {
  const rows = await act.tx
    .selectFrom('default_view')
    .select('view')
    .where('organisation', '=', act.organisation.id)
    .where('person', '=', act.who.id)
    .execute();
  return new Set(rows.map(({ view }) => view));
}

async function load(act: Act, view: string): Promise<Row<'saved_view'>> {
  const row = (await visible(act)).find(({ id }) => id === view);
  if (!row) throw new Refused('not_found', `There is no view ${view}.`, 'view');
  return row;
}

async function loadChangeable(act: Act, view: string): Promise<Row<'saved_view'>> {
  const row = await load(act, view);
  if (!mayChange(act, row))
    throw new Refused(
      'forbidden',
      `"${row.name}" is shared by somebody else: they or an admin may change it. Save one of your own.`,
    );
  return row;
}

function mayChange({ who }: Act, { owner, shared }: Row<'saved_view'>): boolean {
  return owner === who.id || (shared && reaches(who.role, 'admin'));
}

function refuseSharing({ who }: Act): void {
  if (reaches(who.role, 'admin') || (reaches(who.role, 'member') && who.leads.length > 0)) return;
  throw new Refused(
    'forbidden',
    'Views for everybody are shared by admins and by those who lead a team. Keep it for yourself.',
    'shared',
  );
}

// Two entries of one name in one menu cannot be told apart.
async function refuseTaken(act: Act, { id, page, name }: Row<'saved_view'>): Promise<void> {
  const taken = (await visible(act)).find(
    (row) => row.id !== id && row.page === page && row.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken)
    throw new Refused(
      'conflict',
      `There is a view "${taken.name}" of this page already: choose another name, or change that one.`,
      'name',
    );
}

function shown(act: Act, row: Row<'saved_view'>, isDefault: boolean): View {
  const { id, page, name, query, shared, owner } = row;
  return { id, page, name, query, shared, owner, isDefault, mayChange: mayChange(act, row) };
}
