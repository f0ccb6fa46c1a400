import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceFault } from '#app/connector/source.ts';
import { boundQuery } from './sql-text.ts';

function inside(query: string, engine: 'postgresql' | 'mysql'): string {
  const { text } = boundQuery(query, engine, 10);
  const [, body] = /^select \* from \(\n([\s\S]*)\n\) as asked limit 11$/.exec(text) ?? [];
  assert.ok(body !== undefined, text);
  return body;
}

test('Names become parameters, and not in texts, quoted names, comments and casts', () => {
  const query = `select ':from', ":to", a::date, :from, -- :until
    /* :start */ x:end, $$ :end $$, $b$ $$ :end $b$, E'it\\'s :to', :to, :from`;
  assert.equal(
    inside(query, 'postgresql'),
    query.replace(', :from, --', ', $1, --').replace(', :to, :from', ', $2, $3'),
  );
  assert.deepEqual(boundQuery(query, 'postgresql', 10).names, ['from', 'to', 'from']);
  const other = 'select \':from\', `:to`, "it\\"s :to", 5 --:until\n, :end # :start\n-- :from';
  assert.equal(inside(other, 'mysql'), other.replace('--:until', '--?').replace(', :end', ', ?'));
  assert.deepEqual(boundQuery(other, 'mysql', 10).names, ['until', 'end']);
});

test('A semicolon and a comment at the end are left to whoever writes so', () => {
  assert.equal(inside("select ';' ; -- done; really", 'postgresql'), "select ';' ");
  assert.equal(
    inside('-- first\nwith a as (select 1) select * from a', 'mysql'),
    '-- first\nwith a as (select 1) select * from a',
  );
});

test('Two statements, brackets that leave the query, and what does not read are refused', () => {
  for (const engine of ['postgresql', 'mysql'] as const) {
    for (const query of [
      'select 1; select 2',
      'select 1) as a, (select 2',
      'select (1',
      'update a set b = 1',
      '',
      '-- select 1',
      "'select'",
    ])
      assert.throws(() => boundQuery(query, engine, 10), SourceFault, query);
  }
  for (const query of ['/*! delete from a */ select 1', 'select 1 /*!50000 , 2 */', 'select 1 /*M! , 2 */'])
    assert.throws(() => boundQuery(query, 'mysql', 10), SourceFault, query);
});
