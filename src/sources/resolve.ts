import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { SourceFault } from '#app/connector/source.ts';
import { addressFault } from './address.ts';
import { plainHost } from './allowed.ts';
import { networkFault } from './network-fault.ts';

/** The addresses of a name, as the system resolves them. */
export type Resolve = (name: string) => Promise<string[]>;

/** Where a pull may go, and who tells the addresses of a name. */
export type Network = { allowed: readonly string[]; resolve: Resolve };

export const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * The addresses of a host, each of them permitted; whoever connects must use these and not the name again, which may have begun to
 * lead elsewhere. Throws SourceFault when one of them is not permitted, or when there is none.
 */
export async function permittedAddresses(
  host: string,
  port: number,
  { allowed, resolve }: Network,
  signal: AbortSignal,
): Promise<string[]> {
  const name = plainHost(host);
  if (name === '' || /[\s%/@?#\\]/.test(name)) throw new SourceFault(`"${host}" is not the name of a host.`);
  const addresses = isIP(name) ? [name] : await untilAborted(resolve(name), signal).catch(unresolved(name));
  if (addresses.length === 0) throw new SourceFault(`${name} has no address.`, { retry: true });
  for (const address of addresses) {
    const fault = addressFault(address, name, port, allowed);
    if (fault) throw new SourceFault(fault);
  }
  return addresses;
}

function unresolved(name: string): (error: unknown) => never {
  return (error) => {
    throw networkFault(error, name);
  };
}

// A look-up cannot be called off; its answer is then of no use to anybody.
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((done, fail) => {
    const abort = () => fail(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', abort));
  });
}
