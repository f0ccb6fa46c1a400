import { addDays } from '#domain/time/day.ts';
import type { Cast, PersonKey } from './cast.ts';
import type { PlayedQuarter } from './quarter.ts';
import type { Stage } from './stage.ts';
import type { Quarter } from './times.ts';

/** A piece of work with what becomes of it: the days are counted from the first of the quarter. */
type Play = {
  title: string;
  owner?: PersonKey;
  due: number;
  link?: string;
  note?: string;
  begins?: number;
  done?: number;
  dropped?: [day: number, reason: string];
};

/** By the beginning of the key result's title. The trackers are invented, as the shop is, and so nobody asks them. */
const plays: Readonly<Record<string, readonly Play[]>> = {
  'Raise orders in the web shop': [
    {
      title: 'The configurator shows the price at every step',
      link: 'https://git.larkspur.example/online/shop/-/issues/48',
      ...{ due: 21, begins: 4, done: 19 },
    },
    {
      title: 'Orders can be paid in three parts',
      owner: 'emi',
      link: 'https://git.larkspur.example/online/shop/-/issues/61',
      note: 'The bank wants to see the returns of a quarter first.',
      ...{ due: 40, begins: 15 },
    },
    { title: 'Photographs of riders of every height', owner: 'emi', due: 62 },
    {
      title: 'A chat on the product pages',
      due: 30,
      dropped: [12, 'Nobody has the time to answer it, and a chat without answers is worse than none.'],
    },
  ],
  '400 riders book': [
    {
      title: 'Ask for the next check when a bicycle is handed over',
      ...{ due: 18, begins: 6, done: 16 },
    },
    {
      title: 'The booking page is usable on a phone',
      link: 'https://linear.app/larkspur/issue/WEB-112/booking-page',
      ...{ due: 26, begins: 12 },
    },
  ],
  'Hold overtime': [
    { title: 'Two people from the shop learn to true wheels', due: 35, begins: 10 },
    { title: 'Spare parts are picked the evening before', due: 24, begins: 8, done: 23 },
  ],
  'Raise riders who would recommend': [
    { title: 'Call every rider a month after the purchase', owner: 'ada', due: 58, begins: 9 },
  ],
};

/** Plays what people do to move the key results of a quarter. */
export function playInitiatives(stage: Stage, cast: Cast, quarter: Quarter, played: PlayedQuarter): void {
  const on = (day: number, act: () => Promise<unknown>) => stage.on(addDays(quarter.starts, day), 13, act);
  on(3, async () => {
    for (const { id: keyResult, play } of played.running) {
      const found = Object.entries(plays).find(([title]) => play.title.startsWith(title));
      for (const { title, owner, due, link, note, ...course } of found?.[1] ?? []) {
        const does = stage.as(cast[play.owner]);
        const { id: initiative } = await does('initiatives.create', {
          ...{ keyResult, title },
          owner: cast[owner ?? play.owner].id,
          due: addDays(quarter.starts, due),
          ...(link && { link }),
          ...(note && { note }),
        });
        const { begins, done, dropped } = course;
        if (begins) on(begins, () => does('initiatives.change', { initiative, state: 'in progress' }));
        if (done) on(done, () => does('initiatives.change', { initiative, state: 'done' }));
        if (dropped) on(dropped[0], () => does('initiatives.drop', { initiative, reason: dropped[1] }));
      }
    }
  });
}
