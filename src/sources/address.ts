import ipaddr from 'ipaddr.js';
import { isNamed, isWithin, readAllowed } from './allowed.ts';

const words: Record<string, string> = {
  loopback: 'this machine itself',
  private: 'a private address',
  uniqueLocal: 'a private address',
  carrierGradeNat: 'an address inside a provider’s network',
  linkLocal: 'a link-local address, where clouds keep their metadata',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  unspecified: 'no address of a host',
  rfc6052: 'an IPv4 address behind a translator',
  rfc6145: 'an IPv4 address behind a translator',
  '6to4': 'an IPv4 address behind a translator',
  teredo: 'an IPv4 address behind a translator',
};

// There is no host behind these, but Linux takes 0.0.0.0 for this machine.
const never = new Set(['unspecified', 'multicast', 'broadcast']);
// A name may begin to lead to the metadata of the cloud after it was allowed, so these need their address allowed.
const byAddressOnly = new Set(['linkLocal']);

/** Why a connection to an address that a host has led to is refused, as a sentence; undefined when it may be made. */
export function addressFault(
  address: string,
  host: string,
  port: number,
  allowed: readonly string[],
): string | undefined {
  if (!ipaddr.isValid(address)) return `${address} is not an address.`;
  // ::ffff:10.0.0.5 reaches 10.0.0.5, and so is judged as that.
  const parsed = ipaddr.process(address);
  const range = rangeOf(parsed);
  if (range === 'unicast') return undefined;
  const what = words[range] ?? 'a reserved address';
  const found =
    host === address || host === `[${address}]`
      ? `${host} is ${what}`
      : `${host} leads to ${address}, ${what}`;
  if (never.has(range)) return `${found}: readings cannot be pulled from there.`;
  const places = allowed.flatMap((entry) => readAllowed(entry) ?? []);
  const isAllowed = places.some(
    (place) => isWithin(place, parsed, port) || (!byAddressOnly.has(range) && isNamed(place, host, port)),
  );
  return isAllowed ? undefined : `${found}: an administrator has to allow it in Settings → Connectors.`;
}

// What ipaddr.js has no range for is unicast to it; of IPv6 only 2000::/3 has been given out.
function rangeOf(address: ReturnType<typeof ipaddr.parse>): string {
  const range: string = address.range();
  if (range !== 'unicast' || address.kind() === 'ipv4') return range;
  return address.match(ipaddr.parse('2000::'), 3) ? range : 'reserved';
}
