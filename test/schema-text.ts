import type pg from 'pg';

const tables = `
  select n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced, c.relkind = 'p' as partitioned,
    (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attidentity <> '' then ' generated always as identity' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
        case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select string_agg(format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n' order by k.contype desc, k.conname)
     from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')) as constraints,
    (select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by x.relname)
     from pg_index i join pg_class x on x.oid = i.indexrelid
     where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid and k.contype in ('p', 'u'))) as indexes,
    (select string_agg(format('create policy %I for %s using (%s)%s;', p.policyname, lower(p.cmd), p.qual, coalesce(' with check (' || p.with_check || ')', '')), E'\\n' order by p.policyname)
     from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname) as policies,
    (select string_agg(format('grant %s to %s;', g.rights, g.grantee), E'\\n' order by g.grantee) from (
       select grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
       from information_schema.role_table_grants where table_schema = n.nspname and table_name = c.relname and grantee like 'tandem\\_%' group by grantee
     ) g) as grants
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
  order by n.nspname desc, c.relname`;

type Table = { schema: string; name: string; forced: boolean; partitioned: boolean } & Record<
  'columns' | 'constraints' | 'indexes' | 'policies' | 'grants',
  string | null
>;

/** The tables of a migrated database as text, from its catalogue: what all migrations together have made. */
export async function schemaText(database: pg.Pool): Promise<string> {
  const { rows } = await database.query<Table>(tables);
  const texts = rows.map((table) => {
    const body = [table.columns, table.constraints].filter(Boolean).join(',\n');
    const security = table.forced ? `-- row-level security is forced` : null;
    const create = `create table ${table.schema}.${table.name} (\n${body}\n)${table.partitioned ? ' -- partitioned' : ''};`;
    return [create, table.indexes, security, table.policies, table.grants].filter(Boolean).join('\n');
  });
  return `-- What the migrations make, for reading. Written by \`npm test -- src/db/schema.test.ts\` with UPDATE=1.\n\n${texts.join('\n\n')}\n`;
}
