import type { Tandem } from '#app/perform.ts';
import { organisationsToTurn, turnDay } from '#app/reading/turn-of-day.ts';
import type { Job } from './jobs.ts';

/** Turns the day of each organisation in its own time zone. */
export function turnOfDay(tandem: Tandem): Job<{ organisation: string }> {
  return {
    name: 'turn-of-day',
    due: async () =>
      (await organisationsToTurn(tandem)).map(({ organisation }) => ({
        key: organisation,
        data: { organisation },
      })),
    run: async ({ organisation }, id) => {
      await turnDay(tandem, organisation, id);
    },
  };
}
