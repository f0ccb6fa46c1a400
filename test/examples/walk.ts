import { coachSteps } from './coach.ts';
import { connectorSteps } from './connectors.ts';
import { formulaSteps } from './formulas.ts';
import { goalSteps } from './goals.ts';
import { signSteps } from './signs.ts';
import { type Step, step } from './step.ts';
import { strategySteps } from './strategy.ts';

const password = 'correct horse battery';

/** How an organisation begins; whoever walks makes Olga Owner, Adam Admin, Mia Member and Vera Viewer afterwards. */
export const founding: readonly Step[] = [
  step('nobody', 'organisations.begun', {}),
  step(
    'nobody',
    'organisations.create',
    { name: 'Acme', timeZone: 'UTC', owner: { name: 'Fay Founder', email: 'fay@example.org', password } },
    { keep: ({ organisation, person }) => ({ organisation, founder: person }) },
  ),
];

const personSteps: readonly Step[] = [
  step('viewer', 'organisations.find', {}),
  step('admin', 'organisations.change', { checkInGraceDays: 3, guardrailCapsScore: true }),
  step('viewer', 'people.me', {}),
  step('admin', 'teams.create', ({ member }) => ({ key: 'sales', name: 'Sales', leads: [member!] }), {
    keep: ({ id }) => ({ team: id }),
  }),
  step('admin', 'teams.create', ({ team }) => ({ key: 'field', name: 'Field', parent: team! }), {
    keep: ({ id }) => ({ field: id }),
  }),
  step('admin', 'teams.create', { key: 'spare', name: 'Spare' }, { keep: ({ id }) => ({ spare: id }) }),
  step('viewer', 'teams.list', {}),
  step('viewer', 'teams.find', ({ team }) => ({ team: team! })),
  step('viewer', 'teams.find', { team: 'sales' }),
  step('admin', 'teams.change', ({ field, team }) => ({
    ...{ team: field!, name: 'Field sales', parent: team! },
    checkIns: { every: 'fortnightly' as const, weekday: 4 },
  })),
  step('admin', 'teams.addMember', ({ team, viewer }) => ({ team: team!, person: viewer! })),
  step('viewer', 'people.list', ({ team, member }) => ({ team: team!, after: member! })),
  step('viewer', 'people.find', ({ member }) => ({ person: member! })),
  step('admin', 'people.change', ({ member }) => ({ person: member!, name: 'Mia M. Member' })),
  step('admin', 'teams.removeMember', ({ team, viewer }) => ({ team: team!, person: viewer! })),
  step('admin', 'teams.remove', ({ spare }) => ({ team: spare! })),
  step(
    'admin',
    'invitations.create',
    ({ team, organisation }) => ({
      email: `nils.${organisation}@example.org`,
      name: 'Nils New',
      team: team!,
    }),
    { keep: ({ invitation, link }) => ({ invitation: invitation.id, link: link.split('/').at(-1)! }) },
  ),
  step(
    'admin',
    'invitations.create',
    { email: 'else@example.org', name: 'Somebody Else' },
    {
      keep: ({ invitation }) => ({ other: invitation.id }),
    },
  ),
  step('admin', 'invitations.list', {}, { unordered: true }),
  step('nobody', 'invitations.find', ({ link }) => ({ link: link! })),
  step('admin', 'invitations.revoke', ({ other }) => ({ invitation: other! })),
  step('nobody', 'invitations.accept', ({ link }) => ({ link: link!, name: 'Nils New', password }), {
    keep: ({ person }) => ({ invited: person }),
  }),
  step(
    'member',
    'tokens.create',
    { name: 'script', scope: 'read', days: 30 },
    {
      keep: ({ token }) => ({ token: token.id }),
    },
  ),
  step('member', 'tokens.list', {}, { unordered: true }),
  step('member', 'tokens.revoke', ({ token }) => ({ token: token! })),
];

const viewSteps: readonly Step[] = [
  step(
    'admin',
    'views.create',
    { page: 'panel', name: 'Breaches by team', query: 'status=breach&group=team', shared: true },
    { keep: ({ id }) => ({ view: id }) },
  ),
  step(
    'viewer',
    'views.create',
    { page: 'gaps', name: 'Mine', query: 'sort=-gap' },
    { keep: ({ id }) => ({ own: id }) },
  ),
  step('viewer', 'views.open', ({ view }) => ({ page: 'panel', view: view! })),
  step('viewer', 'views.list', { page: 'panel' }),
  step('viewer', 'views.change', ({ own }) => ({ view: own!, name: 'My gaps', query: '' })),
  step('viewer', 'views.open', { page: 'gaps', view: null }),
  step('viewer', 'views.remove', ({ own }) => ({ view: own! })),
];

const lastSteps: readonly Step[] = [
  step('admin', 'kpis.archive', ({ handling }) => ({ kpi: handling! })),
  step(
    'admin',
    'audit.list',
    // All of them: many happened in one instant, and which of these a page ends with is nobody's order.
    { limit: 500 },
    { unordered: true, keep: ({ entries }) => ({ entry: entries.at(-1)!.id }) },
  ),
  step('admin', 'audit.list', ({ admin, entry }) => ({ person: admin!, before: entry! })),
  step('admin', 'audit.verify', {}),
];

/** A walk through all operations, in an order that makes each of them possible. */
export const steps: readonly Step[] = [
  ...personSteps,
  ...signSteps,
  ...formulaSteps,
  ...connectorSteps,
  ...strategySteps,
  ...goalSteps,
  ...coachSteps,
  ...viewSteps,
  ...lastSteps,
];
