import { sql } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import type { Acknowledgements } from '#contract/acknowledgements.ts';
import { Refused } from '#contract/refused.ts';
import { listReaders } from '#db/acknowledgements.ts';
import { loadKpi } from './kpis.ts';

/** The use cases of KPIs that are about knowing their definitions. */
export const acknowledging: Pick<UseCases<'kpis'>, 'acknowledge' | 'acknowledgements'> = {
  acknowledge: async (act, { kpi, version }) => {
    const row = await loadKpi(act, kpi);
    if (row.archived_at)
      throw new Refused('conflict', `${row.name} is archived: nobody needs to know it now.`);
    if (version !== undefined && version !== row.version)
      throw new Refused(
        'conflict',
        `The definition of ${row.name} is at version ${row.version} now, and you read version ${version}: read it again.`,
        'version',
      );
    if (!row.definition.trim())
      throw new Refused(
        'conflict',
        `${row.name} has no definition yet that could be acknowledged: it has to be written first.`,
      );
    const at = await keep(act, row.id, row.version);
    return [
      { version: row.version, at },
      { kind: 'acknowledgement.given', subject: row.id, detail: { version: row.version } },
    ];
  },

  acknowledgements: async (act, { kpi }): Promise<Acknowledgements> => {
    const row = await loadKpi(act, kpi);
    const readers = await listReaders(act.tx, act.organisation.id, row);
    const now = await act.tx
      .selectFrom('kpi_version')
      .select('valid_from')
      .where('organisation', '=', act.organisation.id)
      .where('kpi', '=', row.id)
      .where('version', '=', row.version)
      .executeTakeFirst();
    return {
      version: row.version,
      validFrom: now?.valid_from ?? null,
      isMine: readers.some(({ person }) => person === act.who.id),
      readers: readers.map((reader) => ({
        ...reader,
        at: reader.at && new Date(reader.at).toISOString(),
        present: reader.version === row.version,
      })),
    };
  },
};

// What was acknowledged once stays so: the first time is the one that is told.
async function keep(act: Act, kpi: string, version: number): Promise<string> {
  const organisation = act.organisation.id;
  const { rows } = await sql<{ at: string }>`
    with given as (
      insert into acknowledgement (organisation, kpi, version, person, at)
      values (${organisation}, ${kpi}, ${version}, ${act.who.id}, ${act.now}) on conflict do nothing returning at
    )
    select at from given
    union all
    select at from acknowledgement
    where organisation = ${organisation} and kpi = ${kpi} and version = ${version} and person = ${act.who.id}`.execute(
    act.tx,
  );
  return new Date(rows[0]?.at ?? act.now).toISOString();
}
