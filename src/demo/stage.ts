import type { Caller } from '#app/identify.ts';
import { perform, type Tandem } from '#app/perform.ts';
import type { Input, Name, Output } from '#contract/index.ts';
import type { Day } from '#domain/time/day.ts';

/** Who acts; `key` is the person's first name in small letters. */
export type Actor = { account: string; organisation: string };

export type Does = <N extends Name>(name: N, input: Input<N>) => Promise<Output<N>>;

/** The past, played again through the one door: what happens is done by a person on its day, in order. */
export type Stage = {
  /** Does something now as a person. */
  as(actor: Actor): Does;
  /** Lets something happen on a day at an hour (UTC), once the play is there; what lies after now never happens. */
  on(day: Day, hour: number, act: () => Promise<unknown>): void;
  /** Plays all that is to happen up to now, also what is added meanwhile. */
  play(): Promise<void>;
};

/** A stage over a running Tandem whose clock it moves; nobody is told of changes, because nobody looks yet. */
export function stageOf(tandem: Tandem, now: string, begins: string): Stage & { nobody: Does } {
  let clock = begins;
  const past: Tandem = { ...tandem, ports: { ...tandem.ports, clock: () => clock }, changed: () => {} };
  const waiting: { at: string; order: number; act: () => Promise<unknown> }[] = [];
  let order = 0;
  const does =
    (caller: Caller): Does =>
    (name, input) =>
      perform(past, caller, name, input, 'demo');
  return {
    nobody: does({ kind: 'nobody' }),
    as: ({ account, organisation }) => does({ kind: 'session', user: account, organisation }),
    on(day, hour, act) {
      waiting.push({ at: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`, order: order++, act });
    },
    async play() {
      const next = () => {
        waiting.sort((one, other) =>
          one.at === other.at ? one.order - other.order : one.at < other.at ? -1 : 1,
        );
        return waiting[0] && waiting[0].at <= now ? waiting.shift() : undefined;
      };
      for (let scene = next(); scene; scene = next()) {
        if (scene.at > clock) clock = scene.at;
        await scene.act();
      }
      clock = now;
    },
  };
}
