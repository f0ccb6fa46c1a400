import { SourceFault } from '#app/connector/source.ts';

const passing: Record<string, string> = {
  EAI_AGAIN: 'its name could not be looked up just now',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  UND_ERR_SOCKET: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it stopped in the midst of its answer',
  PROTOCOL_CONNECTION_LOST: 'it broke the connection off',
};

const lasting: Record<string, string> = {
  ENOTFOUND: 'there is no host of this name',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of its answer are too large',
  HPE_HEADER_OVERFLOW: 'the headers of its answer are too large',
  EPROTO: 'it does not speak TLS there',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS there',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is another host’s',
};

/** A connection that failed, or an abort, as the fault that says why; a SourceFault stays what it is. */
export function networkFault(error: unknown, host: string): SourceFault {
  if (error instanceof SourceFault) return error;
  const causes = chain(error);
  const fault = causes.find((cause) => cause instanceof SourceFault);
  if (fault) return fault;
  if (causes.some(({ name }) => name === 'TimeoutError'))
    return new SourceFault(`${host} did not answer in time.`, { retry: true });
  if (causes.some(({ name }) => name === 'AbortError'))
    return new SourceFault('The pull was stopped.', { retry: true });
  const codes = causes.map((cause) => String((cause as { code?: unknown }).code ?? ''));
  const soon = codes.find((code) => code in passing);
  if (soon) return new SourceFault(`${host} cannot be reached: ${passing[soon]}.`, { retry: true });
  const never = codes.find((code) => code in lasting);
  if (never) return new SourceFault(`${host} cannot be reached: ${lasting[never]}.`);
  // The ports of mail and the like, which the fetch standard keeps requests away from.
  if (causes.some(({ message }) => message === 'bad port'))
    return new SourceFault(`${host} cannot be asked: its port is not one for the web.`);
  const why = codes.find((code) => /^[A-Z][A-Z\d_]+$/.test(code)) ?? causes.at(-1)?.name ?? 'no reason given';
  return new SourceFault(`${host} cannot be reached (${why}).`, { retry: true });
}

// fetch hides the reason in a cause, and a connection that was tried at several addresses in a list of errors.
function chain(error: unknown): Error[] {
  const found: Error[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 20) {
    const each = open.shift();
    if (!(each instanceof Error)) continue;
    found.push(each);
    open.push(each.cause, ...(each instanceof AggregateError ? each.errors : []));
  }
  return found;
}
