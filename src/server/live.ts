import type { Context, Hono } from 'hono';
import type { Event } from '#app/act.ts';
import type { Caller } from '#app/identify.ts';
import { perform, type Tandem } from '#app/perform.ts';
import type { Noun } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { allNouns, staleAfter } from '#contract/stale.ts';
import type { OpenDatabase } from '#db/open.ts';
import { type Channel, channel } from './live-channel.ts';
import type { Carried } from './rest.ts';

/** The open pages of this process, and the line to those of the others. */
export type Live = Pick<Channel, 'start' | 'stop'> & {
  /** Tells every page of an organisation, whichever process it hangs on, what is stale after these events. */
  changed(organisation: string, events: readonly Event[]): void;
  /** Ends every stream, so that the server can close; pages come back by themselves. */
  drain(): void;
  /**
   * Adds `GET /api/live`: server-sent events such as `{"stale":["readings","panel"]}` for whoever is signed in; with `?ago=` it begins
   * with what became stale in so many milliseconds before.
   */
  mount(app: Hono<Carried>, tandem: Tandem): void;
};

type Page = { send(text: string): void; end(): void; person: string };

const heartbeat = 20_000;
/** How often a stream asks whether its person may still come in. */
const knowing = 5 * 60_000;
const mostPerPerson = 50;

/** Live updates of one process over a database. */
export function live(database: Pick<OpenDatabase, 'connection'>, log: (text: string) => void): Live {
  const pages = new Map<string, Set<Page>>();
  const recent = lately();
  const tell = (open: Iterable<Page>, nouns: readonly Noun[]) => {
    const text = `data: ${JSON.stringify({ stale: nouns })}\n\n`;
    for (const page of [...open]) page.send(text);
  };
  const line = channel(database, {
    heard: (organisation, nouns) => {
      recent.note(organisation, nouns);
      tell(pages.get(organisation) ?? [], nouns);
    },
    missed: () => {
      recent.miss();
      for (const open of pages.values()) tell(open, allNouns);
    },
    log,
  });
  const join = (organisation: string, page: Page, ago: number) => {
    const open = pages.get(organisation) ?? new Set();
    const own = [...open].filter(({ person }) => person === page.person);
    if (own.length >= mostPerPerson)
      throw new Refused('too_many_requests', `You have ${own.length} pages open: close some of them.`);
    pages.set(organisation, open.add(page));
    const missed = recent.within(organisation, ago);
    if (missed.length > 0) tell([page], missed);
    return () => {
      open.delete(page);
      if (open.size === 0 && pages.get(organisation) === open) pages.delete(organisation);
    };
  };
  return {
    changed: (organisation, events) =>
      line.say(organisation, new Set(events.flatMap(({ kind }) => staleAfter(kind)))),
    start: line.start,
    stop: line.stop,
    drain: () => {
      for (const open of pages.values()) for (const page of [...open]) page.end();
    },
    mount(app, tandem) {
      app.get('/api/live', async (context) => answer(context, tandem, join));
    },
  };
}

/** When each noun of an organisation last became stale: a page that is still opening its stream has asked for its data already. */
function lately() {
  const heard = new Map<string, Map<Noun, number>>();
  let missed = Number.NEGATIVE_INFINITY;
  return {
    note(organisation: string, nouns: readonly Noun[]): void {
      const last = heard.get(organisation) ?? new Map();
      for (const noun of nouns) last.set(noun, performance.now());
      heard.set(organisation, last);
    },
    miss(): void {
      missed = performance.now();
    },
    within(organisation: string, ago: number): readonly Noun[] {
      const since = performance.now() - ago;
      if (missed >= since) return allNouns;
      return [...(heard.get(organisation) ?? [])].flatMap(([noun, at]) => (at >= since ? [noun] : []));
    },
  };
}

async function answer(
  context: Context<Carried>,
  tandem: Tandem,
  join: (organisation: string, page: Page, ago: number) => () => void,
): Promise<Response> {
  const caller = await context.get('caller')();
  const me = await perform(tandem, caller, 'people.me', {}, context.get('request'));
  const ago = Number(context.req.query('ago') ?? 0) || 0;
  const stream = streamOf(
    (page) => join(me.organisation.id, { ...page, person: me.id }, ago),
    // Asked anew from its cookie or token: the session may have ended.
    async () => isStill(tandem, await context.get('caller')()),
  );
  return context.body(stream, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    // nginx would hold the events back until its buffer is full.
    'x-accel-buffering': 'no',
  });
}

async function isStill(tandem: Tandem, caller: Caller): Promise<boolean> {
  try {
    await perform(tandem, caller, 'people.me', {});
    return true;
  } catch (fault) {
    return !(fault instanceof Refused && ['not_signed_in', 'forbidden'].includes(fault.code));
  }
}

function streamOf(
  join: (page: Omit<Page, 'person'>) => () => void,
  allowed: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  let beats: NodeJS.Timeout | undefined;
  let checks: NodeJS.Timeout | undefined;
  const close = () => {
    clearInterval(beats);
    clearInterval(checks);
    leave();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          close();
          controller.close();
        };
        const send = (text: string) => {
          // A page that reads nothing for so long has a broken line; it asks for everything when it is back.
          if ((controller.desiredSize ?? 0) < -100) return end();
          controller.enqueue(encoder.encode(text));
        };
        leave = join({ send, end });
        send('retry: 2000\n\n');
        beats = setInterval(() => send(': here\n\n'), heartbeat);
        checks = setInterval(async () => {
          if (!(await allowed())) end();
        }, knowing);
      },
      cancel: close,
    },
    { highWaterMark: 16 },
  );
}
