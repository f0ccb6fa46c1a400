import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JiraConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { recorded } from '../../test/recordings/play.ts';

const secrets = { token: 'at-s3cret' };
const jql = 'project = SHOP AND created >= "{from}" AND created < "{until}"';

test('Jira', async (t) => {
  const { url } = await recorded(t, 'jira');
  const config = (more: Partial<JiraConfig> = {}): JiraConfig => ({
    kind: 'jira',
    url,
    flavour: 'cloud',
    user: 'ada@acme.example',
    jql,
    ...more,
  });

  await t.test('counts in the cloud, and one query over another', async () => {
    assert.deepEqual(shortly(await asked(config(), { secrets })), [
      '2026-01 = 153',
      '2026-02 = 0',
      '2026-03 = 12',
    ]);
    const denominator = jql;
    const resolved = jql.replaceAll('created', 'resolved');
    assert.deepEqual(shortly(await asked(config({ jql: resolved, denominator }), { secrets })), [
      '2026-01 = 100/153',
      '2026-03 = 6/12',
      '2026-02: The denominator is 0, so there is no ratio.',
    ]);
  });

  await t.test('counts on a server of one’s own below a path, with its token', async () => {
    const { user: _, ...server } = config({ url: `${url}/jira`, flavour: 'server' });
    assert.deepEqual(shortly(await asked(server, { secrets })), [
      '2026-01 = 153',
      '2026-02 = 0',
      '2026-03 = 12',
    ]);
  });

  await t.test('says what is wrong with a query, when to come again, and who has to sign in', async () => {
    await refusedWith(
      /answered 400: Unbounded JQL queries are not allowed here/,
      config({ jql: 'order by created' }),
      { secrets },
    );
    const busy = await refusedWith(
      /asked again after 2026-04-02 08:02 UTC/,
      config({ jql: 'project = BUSY' }),
      { secrets },
    );
    assert.deepEqual([busy.retry, busy.after], [true, '2026-04-02T08:02:00.000Z']);
    const { user: _, ...unnamed } = config();
    await refusedWith(/e-mail address of the token’s person/, unnamed, { secrets });
    await refusedWith(/token of this connector is missing/, config());
  });
});
