import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scrubbed } from './scrub.ts';

test('A secret is hidden as it is, without its scheme, escaped, and encoded', () => {
  const secrets = { token: 'Bearer abc/def+123', password: 'pa"ss\\word' };
  const cases = [
    ['It said Bearer abc/def+123.', 'It said •••.'],
    ['It said abc/def+123.', 'It said •••.'],
    ['It said abc%2Fdef%2B123.', 'It said •••.'],
    ['{"a":"pa\\"ss\\\\word"}', '{"a":"•••"}'],
    ['Nothing of the sort.', 'Nothing of the sort.'],
  ] as const;
  for (const [text, expected] of cases) assert.equal(scrubbed(text, secrets), expected);
});

test('A password that is encoded together with its user is hidden, whoever the user is', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' }),
      (user, password) => {
        fc.pre(password.trim() === password);
        const encoded = Buffer.from(`${user}:${password}`).toString('base64');
        const left = scrubbed(`it said ${encoded}`, { password });
        // What is left can be decoded to the user, and to no more than the edges of the password.
        assert.ok(
          !Buffer.from(left.split('•••')[0]!.slice('it said '.length), 'base64')
            .toString('utf8')
            .includes(password.slice(0, 3)) || user.includes(password.slice(0, 3)),
        );
        assert.ok(!left.includes(encoded));
      },
    ),
  );
});

test('A secret of one or two letters hides nothing, for it would only be pointed at', () => {
  assert.equal(scrubbed('a cab', { token: 'a' }), 'a cab');
});
