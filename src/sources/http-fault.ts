import { SourceFault } from '#app/connector/source.ts';
import type { WebAnswer } from './guarded-fetch.ts';

/** Throws SourceFault unless an answer is a success, with what the server says of it and when to come again; `now` is an ISO instant. */
export function refuseFailure(answer: WebAnswer, now: string): void {
  const { status, url } = answer;
  if (status >= 200 && status < 300) return;
  const after = comeAgain(answer.headers, now);
  if (isLimited(answer)) {
    const when = after === undefined ? 'later' : `after ${after.slice(0, 16).replace('T', ' ')} UTC`;
    throw new SourceFault(`${url.host} takes no more requests for now: it will be asked again ${when}.`, {
      retry: true,
      ...(after !== undefined && { after }),
    });
  }
  const says = messageOf(answer);
  const retry = status >= 500 || status === 408 || status === 425;
  throw new SourceFault(`${url.host} answered ${status}${meaning(status)}${says && `: ${says}`}`, {
    retry,
    ...(retry && after !== undefined && { after }),
  });
}

// GitHub says 403 where others say 429, and a plain 403 means that one may not.
function isLimited({ status, headers }: WebAnswer): boolean {
  if (status === 429) return true;
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

function meaning(status: number): string {
  if (status === 401) return ', it does not accept the sign-in';
  if (status === 403) return ', this sign-in may not read that';
  if (status === 404) return ', there is nothing at this address';
  return '';
}

/** The instant from which a server wants to be asked again: Retry-After, or the reset that GitHub and GitLab name. */
function comeAgain(headers: Headers, now: string): string | undefined {
  const present = Date.parse(now);
  const given = headers.get('retry-after')?.trim();
  if (given && /^\d{1,9}$/.test(given)) return new Date(present + Number(given) * 1000).toISOString();
  const day = given ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(day)) return new Date(Math.max(present, day)).toISOString();
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset');
  if (!reset || !/^\d{1,12}$/.test(reset)) return undefined;
  // GitHub and GitLab tell the second since 1970, the draft standard how many seconds from now.
  const seconds = Number(reset) > 100_000_000 ? Number(reset) : present / 1000 + Number(reset);
  return new Date(Math.max(present, seconds * 1000)).toISOString();
}

// The APIs say in JSON what is wrong; a page of HTML says nothing to the person.
function messageOf({ headers, bytes }: WebAnswer): string {
  if (!/json/.test(headers.get('content-type') ?? '')) return '';
  try {
    const { message, error, errorMessages, errors } = JSON.parse(
      new TextDecoder().decode(bytes.subarray(0, 100_000)),
    );
    const said = [message, error, error?.message, errorMessages?.[0]].find(
      (each) => typeof each === 'string',
    );
    const more = typeof errors?.[0]?.message === 'string' ? errors[0].message : '';
    return [said, more].filter(Boolean).join(': ').replaceAll(/\s+/g, ' ').slice(0, 300);
  } catch {
    return '';
  }
}
