import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, may, mayAppoint, type Role, roles, type Thing, type Who } from './access.ts';

const who = (role: Role, more: Partial<Who> = {}): Who => ({ id: 'me', role, teams: [], leads: [], ...more });
const privateTo = { people: ['friend'], teams: ['sales'] };

const cases: [what: string, who: Who, action: Action, thing: Thing, allowed: boolean][] = [
  ['a viewer reads what is not private', who('viewer'), 'read', { owner: 'other' }, true],
  ['a viewer does not write, not even their own', who('viewer'), 'write', { owner: 'me' }, false],
  [
    'a viewer who leads a team does not write its things',
    who('viewer', { leads: ['t'] }),
    'write',
    { team: 't' },
    false,
  ],
  ['a member writes their own', who('member'), 'write', { owner: 'me' }, true],
  ['a member writes what is about them', who('member'), 'write', { person: 'me', owner: 'other' }, true],
  ["a member does not write another's", who('member'), 'write', { owner: 'other' }, false],
  ['a member writes what has neither owner nor team', who('member'), 'write', {}, true],
  [
    "a member does not write their team's things",
    who('member', { teams: ['t'] }),
    'write',
    { team: 't' },
    false,
  ],
  [
    "a lead writes their team's things",
    who('member', { teams: ['t'], leads: ['t'] }),
    'write',
    { team: 't', owner: 'other' },
    true,
  ],
  [
    'a lead does not write things of other teams',
    who('member', { leads: ['t'] }),
    'write',
    { team: 'u' },
    false,
  ],
  ['a lead does not administer', who('member', { leads: ['t'] }), 'administer', {}, false],
  ['an admin writes what is not private', who('admin'), 'write', { owner: 'other', team: 't' }, true],
  ['an admin administers', who('admin'), 'administer', {}, true],
  ['an owner administers', who('owner'), 'administer', {}, true],
  [
    'an owner does not read what is private to others',
    who('owner'),
    'read',
    { owner: 'other', privateTo },
    false,
  ],
  [
    'an admin does not write what is private to others',
    who('admin'),
    'write',
    { owner: 'other', privateTo },
    false,
  ],
  ['its owner reads what is private', who('viewer'), 'read', { owner: 'me', privateTo }, true],
  [
    'a named person reads what is private',
    { ...who('viewer'), id: 'friend' },
    'read',
    { owner: 'other', privateTo },
    true,
  ],
  [
    'a named person does not write it',
    { ...who('member'), id: 'friend' },
    'write',
    { owner: 'other', privateTo },
    false,
  ],
  [
    'a person of a named team reads what is private',
    who('viewer', { teams: ['sales'] }),
    'read',
    { privateTo },
    true,
  ],
  [
    'who leads above a named team is not in it',
    who('member', { leads: ['sales'] }),
    'read',
    { privateTo },
    false,
  ],
];

for (const [what, person, action, thing, allowed] of cases)
  test(what, () => assert.equal(may(person, action, thing), allowed));

test('admins move people between all roles but owner, owners between all, others between none', () => {
  for (const before of roles)
    for (const after of roles) {
      const touchesOwner = before === 'owner' || after === 'owner';
      assert.equal(mayAppoint({ role: 'owner' }, before, after), true);
      assert.equal(mayAppoint({ role: 'admin' }, before, after), !touchesOwner);
      assert.equal(mayAppoint({ role: 'member' }, before, after), false);
      assert.equal(mayAppoint({ role: 'viewer' }, before, after), false);
    }
});
