import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkedIssue } from '#contract/initiatives.ts';
import { addressWords, agoWords, courseWords, typedInitiative } from './initiative-words.ts';

const now = Date.parse('2026-03-04T12:00:00Z');

test('how long ago is told in the unit that people would use', () => {
  assert.equal(agoWords('2026-03-04T11:59:40Z', now), 'just now');
  assert.equal(agoWords('2026-03-04T12:00:03Z', now), 'just now');
  assert.equal(agoWords('2026-03-04T11:55:00Z', now), '5 min ago');
  assert.equal(agoWords('2026-03-04T09:00:00Z', now), '3 h ago');
  assert.equal(agoWords('2026-03-02T12:00:00Z', now), '2 days ago');
});

test('a linked issue says where its state comes from, or why from nowhere', () => {
  const link: LinkedIssue = {
    address: 'https://github.com/acme/app/issues/12',
    tracker: 'github',
    key: 'acme/app#12',
    synchronised: 'yes',
    says: 'planned',
    status: 'open',
    heardAt: '2026-03-04T11:55:00Z',
    failingSince: null,
    fault: null,
  };
  const words = (part: Partial<LinkedIssue>) => courseWords({ ...link, ...part }, now);
  assert.equal(words({}), 'open, synchronised 5 min ago');
  assert.equal(words({ heardAt: null, status: null, says: null }), 'not asked yet');
  const failingSince = '2026-03-04T11:58:00Z';
  assert.equal(words({ failingSince }), 'open, synchronised 5 min ago, fails since');
  assert.equal(words({ failingSince, heardAt: null }), 'cannot be asked');
  assert.equal(words({ synchronised: 'no account' }), 'not synchronised: nobody has connected github.com');
  assert.equal(words({ synchronised: 'link only', tracker: 'linear' }), 'linked only: Linear is not asked');
});

test('an address at the end of a line becomes the link', () => {
  assert.deepEqual(typedInitiative('  Write answers '), { title: 'Write answers' });
  const link = 'https://github.com/acme/app/issues/12';
  assert.deepEqual(typedInitiative(`Write answers – ${link}`), { title: 'Write answers', link });
  assert.deepEqual(typedInitiative(link), { title: 'acme/app#12', link });
  assert.deepEqual(typedInitiative('https://example.org/x'), {
    title: 'example.org',
    link: 'https://example.org/x',
  });
});

test('an address is told apart while it is typed', () => {
  const sites = [{ kind: 'github', address: 'https://github.com' }] as const;
  assert.equal(addressWords('', sites), undefined);
  assert.match(addressWords('acme/app#12', sites)!, /no address of the web/);
  assert.match(
    addressWords('https://github.com/acme/app/issues/12', sites)!,
    /acme\/app#12\. The state follows/,
  );
  assert.match(addressWords('https://github.com/acme/app/issues/12', [])!, /Nobody has connected github.com/);
  assert.match(addressWords('https://linear.app/a/issue/A-1', sites)!, /Linear: A-1\. Linear is linked only/);
  assert.match(addressWords('https://example.org/', sites)!, /A plain link/);
});
