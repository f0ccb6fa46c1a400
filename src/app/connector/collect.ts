import type { Tandem } from '#app/perform.ts';
import { Refused } from '#contract/refused.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import { type ClaimedRun, claimRun } from './collect-claim.ts';
import { settleFault, settleRows } from './collect-settle.ts';
import type { WaitingRun } from './due-runs.ts';
import { SourceFault, type SourceRow } from './source.ts';

// Shorter than a run is held: whoever takes over later cannot meet it.
const patience = 120_000;

/**
 * Takes up a run, asks its source outside of any transaction, and records what came in one. Does nothing when somebody else has the
 * run or it has ended. A fault of the source is the run's outcome; any other is thrown, once the run says that it failed.
 */
export async function collect(tandem: Tandem, waiting: WaitingRun, request: string): Promise<void> {
  const claimed = await claimRun(tandem, waiting, request);
  if (!claimed) return;
  let rows: SourceRow[];
  try {
    rows = await tandem.ports.source.fetch(claimed.ask, AbortSignal.timeout(patience));
  } catch (fault) {
    const isKnown = fault instanceof SourceFault;
    await settleFault(tandem, claimed, isKnown ? fault : new SourceFault(ourFault(claimed)), request);
    if (!isKnown) throw fault;
    return;
  }
  try {
    await settleRows(tandem, claimed, rows, request);
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.code === 'unavailable') throw fault;
    await settleFault(tandem, claimed, new SourceFault(fault.message), request);
  }
}

function ourFault({ ask }: ClaimedRun): string {
  return `Tandem itself failed at this ${(ask.config as SourceConfig).kind} source: its log says more.`;
}
