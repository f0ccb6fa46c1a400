import { SourceFault } from '#app/connector/source.ts';
import type { PagingConfig } from '#domain/connector/config.ts';
import type { WebAnswer } from './guarded-fetch.ts';
import { webAddress } from './web-address.ts';

/** A page that was read: its answer, how many rows it had, and what the expression for the next one gave. */
export type Page = { answer: WebAnswer; rows: number; next: string | number | undefined };

/** The address of the first page. */
export function firstPage(url: string, paging: PagingConfig | undefined): string {
  return paging?.by === 'page' ? withParameter(url, paging.parameter, paging.first) : url;
}

/** The address of the page after the so-manieth (from 0), or undefined when that was the last; throws SourceFault when it leads to another host. */
export function nextPage(
  asked: string,
  { answer, rows, next }: Page,
  paging: PagingConfig | undefined,
  count: number,
): string | undefined {
  switch (paging?.by) {
    case undefined:
      return undefined;
    case 'page':
      return rows === 0 ? undefined : withParameter(asked, paging.parameter, paging.first + count + 1);
    case 'cursor':
      return isEnd(next) ? undefined : withParameter(asked, paging.parameter, next);
    case 'address':
      return isEnd(next) ? undefined : sameOrigin(String(next), answer.url, asked);
    case 'link': {
      const link = nextLink(answer.headers.get('link'));
      return link === undefined ? undefined : sameOrigin(link, answer.url, asked);
    }
  }
}

function isEnd(next: string | number | undefined): next is undefined | '' {
  return next === undefined || next === '';
}

function withParameter(address: string, parameter: string, value: string | number): string {
  const url = webAddress(address);
  url.searchParams.set(parameter, String(value));
  return url.href;
}

// The next page gets the same secret headers as the first.
function sameOrigin(link: string, base: URL, asked: string): string {
  const url = webAddress(link, base);
  if (url.origin !== webAddress(asked).origin)
    throw new SourceFault(`The next page is said to be at ${url.origin}, another host: it is not followed.`);
  return url.href;
}

/** The address with rel="next" in a Link header (RFC 8288); undefined when there is none. */
export function nextLink(header: string | null): string | undefined {
  for (const [, address, parameters = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[^;,"]+(?:"[^"]*")?)*)/g,
  )) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters);
    const names = (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes('next')) return address;
  }
  return undefined;
}
