import { type SourceAsk, SourceFault } from '#app/connector/source.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import type { Limits } from './limits.ts';
import type { Network } from './resolve.ts';

/** One pull under way, with what it may use. */
export type Pull<Config extends SourceConfig = SourceConfig> = Omit<SourceAsk, 'config' | 'allowed'> & {
  config: Config;
  get: GuardedFetch;
  network: Network;
  limits: Limits;
  signal: AbortSignal;
  /** The instant now, as an ISO string in UTC. */
  clock: () => string;
};

/** The value of a secret; throws SourceFault when it was never given. */
export function secretOf({ secrets }: Pick<Pull, 'secrets'>, name: string): string {
  const value = secrets[name];
  if (value === undefined || value === '')
    throw new SourceFault(`The ${name} of this connector is missing: give it again.`);
  return value;
}
