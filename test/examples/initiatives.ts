import { feedPlace } from './feed.ts';
import { type Step, step } from './step.ts';

const kind = 'github' as const;
const address = `http://${feedPlace}`;
const issue = `${address}/acme/app/issues/12`;

/** A tracker is connected, and what Mia does for her certificate is linked to an issue in it. */
export const initiativeSteps: readonly Step[] = [
  step('admin', 'trackers.test', { kind, address, issue }),
  step('admin', 'trackers.create', { kind, address }, { keep: ({ id }) => ({ tracker: id }) }),
  step('admin', 'trackers.change', ({ tracker }) => ({
    tracker: tracker!,
    accessToken: 'a token that nobody sees',
  })),
  step('viewer', 'trackers.list', {}),
  step(
    'member',
    'initiatives.create',
    ({ certified, member }) => ({
      keyResult: certified!,
      title: 'Take the course',
      owner: member!,
      due: '2026-03-20',
      link: issue,
    }),
    { keep: ({ id }) => ({ initiative: id }) },
  ),
  step(
    'member',
    'initiatives.create',
    ({ certified }) => ({ keyResult: certified!, title: 'Read the book', state: 'in progress' as const }),
    { keep: ({ id }) => ({ book: id }) },
  ),
  step('member', 'initiatives.change', ({ book, member }) => ({
    initiative: book!,
    owner: member!,
    position: 0,
    note: 'the second edition',
  })),
  step('viewer', 'initiatives.list', ({ certified, own, member, cycle }) => ({
    keyResult: certified!,
    objective: own!,
    owner: member!,
    cycle: cycle!,
  })),
  step('viewer', 'initiatives.find', ({ initiative }) => ({ initiative: initiative! })),
  step('member', 'initiatives.sync', ({ initiative }) => ({ initiative: initiative! })),
  step('member', 'initiatives.drop', ({ book }) => ({ initiative: book!, reason: 'the course has it all' })),
  step('member', 'initiatives.remove', ({ book }) => ({ initiative: book! })),
  step('admin', 'trackers.remove', ({ tracker }) => ({ tracker: tracker! })),
];
