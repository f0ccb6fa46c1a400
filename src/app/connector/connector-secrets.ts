import { type SourceConfig, secretNames } from '#domain/connector/config.ts';
import { isSealedNow, opened, type SealingKeys, sealed } from './sealed.ts';

/** The secrets of a connector by their names. */
export type Secrets = Readonly<Record<string, string>>;

type Place = { organisation: string; id: string };

/** A connector's secrets as they are stored; null when it has none. */
export function sealedSecrets(keys: SealingKeys, connector: Place, secrets: Secrets): string | null {
  if (Object.keys(secrets).length === 0) return null;
  return sealed(keys, placeOf(connector), JSON.stringify(secrets));
}

/** The secrets of a connector's row; undefined when they were sealed by a key that is not here, or for another connector. */
export function openedSecrets(
  keys: SealingKeys,
  connector: Place & { secrets: string | null },
): Secrets | undefined {
  if (connector.secrets === null) return {};
  const text = opened(keys, placeOf(connector), connector.secrets);
  return text === undefined ? undefined : (JSON.parse(text) as Secrets);
}

/** The same secrets sealed by the key that seals now; undefined when they are, or do not open. */
export function sealedAnew(
  keys: SealingKeys,
  connector: Place & { secrets: string | null },
): string | undefined {
  if (connector.secrets === null || isSealedNow(keys, connector.secrets)) return undefined;
  const text = opened(keys, placeOf(connector), connector.secrets);
  return text === undefined ? undefined : sealed(keys, placeOf(connector), text);
}

/**
 * Which secrets a changed connector asks with: those that are given now, and of the kept ones those that it still names, as long as
 * they go to the same place and, unless `mayAsk`, with the same question: else whoever edits could have them sent to a host of their
 * own, or ask a database in the name of somebody else.
 */
export function carriedOver(
  before: { config: SourceConfig; secrets: Secrets },
  after: { config: SourceConfig; secrets: Secrets },
  mayAsk: boolean,
): Secrets {
  // Nor does a secret that somebody adds make those beside it theirs.
  const isAsBefore =
    JSON.stringify(before.config) === JSON.stringify(after.config) && Object.keys(after.secrets).length === 0;
  const stays = destinationOf(before.config) === destinationOf(after.config) && (mayAsk || isAsBefore);
  const all = { ...(stays ? before.secrets : {}), ...after.secrets };
  return Object.fromEntries(
    secretNames(after.config).flatMap((name) => (all[name] ? [[name, all[name]]] : [])),
  );
}

/** Where secrets are sent: the kind of source and its origin, and who signs in there. */
function destinationOf(config: SourceConfig): string {
  switch (config.kind) {
    case 'sql': {
      const { engine, host, port, tls, authority, user } = config;
      return JSON.stringify([config.kind, engine, host.toLowerCase(), port, tls, authority, user]);
    }
    default:
      return JSON.stringify([config.kind, originOf(config.url)]);
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

function placeOf({ organisation, id }: Place): string {
  return `connector ${organisation} ${id}`;
}
