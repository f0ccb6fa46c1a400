import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;

/** A private place that an administrator has allowed: a name, or a range of addresses, on one port or on each. */
export type AllowedPlace = ({ name: string } | { range: [Address, number] }) & { port?: number };

/** A host as it is compared: in small letters, without brackets and without the dot of the root. */
export function plainHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/** Reads `grafana.lan`, `10.0.0.0/8`, `fd00::1` and the like, each perhaps with a port; undefined when it is nothing of the sort. */
export function readAllowed(entry: string): AllowedPlace | undefined {
  const text = entry.trim();
  // An IPv6 address needs brackets before its port, or its last group would be taken for one.
  const [, bracketed, plain, written] =
    /^(?:\[([^\]]+)\]|([^:]+|[^[\]]*:[^[\]]*:[^[\]]*))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = plainHost(bracketed ?? plain ?? '');
  if (host === '' || Number(written ?? 0) > 65_535) return undefined;
  const place = placeOf(host);
  return place && written !== undefined ? { ...place, port: Number(written) } : place;
}

function placeOf(host: string): AllowedPlace | undefined {
  if (ipaddr.isValidCIDR(host)) return { range: ipaddr.parseCIDR(host) };
  // ipaddr.js also takes 10.1 and 0x7f000001 for addresses; as an entry they are slips.
  if (ipaddr.IPv4.isValidFourPartDecimal(host)) return { range: [ipaddr.parse(host), 32] };
  if (ipaddr.IPv6.isValid(host)) return { range: [ipaddr.parse(host), 128] };
  return /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/.test(host) &&
    !/^(0x[\da-f]+|[\d.]+)$/.test(host)
    ? { name: host }
    : undefined;
}

/** Whether an allowed place names this host and port. */
export function isNamed(place: AllowedPlace, host: string, port: number): boolean {
  return 'name' in place && place.name === plainHost(host) && (place.port ?? port) === port;
}

/** Whether an allowed place holds this address and port. */
export function isWithin(place: AllowedPlace, address: Address, port: number): boolean {
  if (!('range' in place) || (place.port ?? port) !== port) return false;
  const [base, bits] = place.range;
  return base.kind() === address.kind() && address.match(base, bits);
}
