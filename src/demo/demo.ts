import { perform, type Tandem } from '#app/perform.ts';
import { turnDay } from '#app/reading/turn-of-day.ts';
import { todayIn } from '#app/today.ts';
import { transact } from '#app/transaction.ts';
import { Fault } from '#db/place-fault.ts';
import { emailOf, gather, password, people } from './cast.ts';
import { activeGoals } from './goals-active.ts';
import { earlierGoals, lastGoals } from './goals-closed.ts';
import { playInitiatives } from './initiatives.ts';
import { setUpPanel } from './panel.ts';
import { playPresent } from './present.ts';
import { type PlayedQuarter, playQuarter } from './quarter.ts';
import { stageOf } from './stage.ts';
import { tieKpis, writeStrategy } from './strategy.ts';
import { timesOf } from './times.ts';

/**
 * Opens the demo organisation: makes it where there is none yet, by playing three years through the one door. Gives the text that says
 * how to sign in. Throws a Fault where another organisation lives.
 */
export async function openDemo(tandem: Tandem, say: (text: string) => void = () => {}): Promise<string> {
  const nobody = { kind: 'nobody' } as const;
  const { begun } = await perform(tandem, nobody, 'organisations.begun', {});
  if (!begun) {
    say('Making the demo: three years, in some ten seconds\n');
    await makeDemo(tandem);
  } else refuse(await whoLives(tandem));
  const others = Object.values(people)
    .slice(1)
    .map(({ name, role }) => `${name.split(' ')[0]!.toLowerCase()} (${role})`);
  return `This is the demo of Larkspur Bicycles. Sign in as ${emailOf('ada')} with the password: ${password}
Also there, with the same password: ${others.join(', ')} @larkspur.example
`;
}

type Inhabitant = 'the demo' | 'half a demo' | 'somebody';

async function whoLives(tandem: Tandem): Promise<Inhabitant> {
  const user = await tandem.ports.accounts.verify(emailOf('ada'), password);
  if (!user) return 'somebody';
  const { organisation } = await perform(tandem, { kind: 'session', user }, 'people.me', {});
  return organisation.demo ? 'the demo' : 'half a demo';
}

function refuse(inhabitant: Inhabitant): void {
  if (inhabitant === 'half a demo')
    throw new Fault(
      'The demo was interrupted while it was made: remove its data folder, and start it again.',
    );
  if (inhabitant === 'somebody')
    throw new Fault(
      'There is an organisation here already, and the demo needs an empty data folder: TANDEM_DATA=./demo-data npm start -- --demo',
    );
}

/** Makes the demo organisation, up to the present instant of the clock. */
export async function makeDemo(tandem: Tandem): Promise<void> {
  const now = tandem.ports.clock();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const times = timesOf(todayIn(timeZone, now));
  const stage = stageOf(tandem, now, `${times.begins}T07:00:00.000Z`);
  const settings = { timeZone, yearStartsIn: times.yearStartsIn };
  const cast = await gather(stage, settings, tandem.ports.accounts.findByEmail);
  await writeStrategy(stage, cast);
  await setUpPanel(stage, cast, times);
  await tieKpis(stage, cast);
  const [earlier, last, quarter] = times.quarters;
  const present = playQuarter(stage, cast, times, { quarter, goals: activeGoals(times) });
  const before = playQuarter(stage, cast, times, { quarter: last, goals: lastGoals, next: present });
  playQuarter(stage, cast, times, { quarter: earlier, goals: earlierGoals, next: before });
  playInitiatives(stage, cast, quarter, present);
  const following: PlayedQuarter = { running: [] };
  playPresent(stage, cast, times, { present, following });
  await stage.play();
  // The pages say that it is a demo; and who looked meanwhile reads it all anew.
  const { organisation } = cast.ada;
  await transact(tandem.database, { organisation }, true, (tx) =>
    tx.updateTable('organisation').set({ demo: true }).where('id', '=', organisation).execute(),
  );
  await turnDay(tandem, organisation, 'demo');
  tandem.changed(organisation, [{ kind: 'organisation.created', subject: organisation }]);
}
