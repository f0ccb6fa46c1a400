import { type Call, client } from '#client/client.ts';

/** A person at a browser: keeps cookies, and says with each request which page it comes from. */
export type Visitor = {
  /** Sends a request of the page; the cookies go along. */
  ask(path: string, body?: object, more?: RequestInit): Promise<Response>;
  /** The typed client as the page uses it, with the same cookies. */
  call: Call;
  cookies: Map<string, string>;
};

export const owner = { name: 'Olga Owner', email: 'olga@example.org', password: 'correct horse battery' };

/** A visitor of one address; `cookies` of another visitor make it the same browser. */
export function visitor(address: string, cookies = new Map<string, string>()): Visitor {
  const send = async (request: Request) => {
    const headers = new Headers(request.headers);
    if (!headers.has('origin')) headers.set('origin', address);
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(new Request(request, { headers }));
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    ask: (path, body, more = {}) =>
      send(
        new Request(new URL(path, address), {
          ...(body && { method: 'POST', body: JSON.stringify(body) }),
          ...more,
          headers: { ...(body && { 'content-type': 'application/json' }), ...more.headers },
        }),
      ),
    call: client({ address, fetch: send }),
    cookies,
  };
}

/** Makes the organisation Acme with its owner, who is signed in then. */
export async function firstVisit(address: string): Promise<Visitor> {
  const page = visitor(address);
  await page.call('organisations.create', { name: 'Acme', timeZone: 'UTC', owner });
  await signIn(page);
  return page;
}

/** Signs the owner in; throws when that is refused. */
export async function signIn(page: Visitor): Promise<void> {
  const { email, password } = owner;
  const answer = await page.ask('/api/auth/sign-in/email', { email, password });
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}: ${await answer.text()}`);
}

/** What an open page hears: every noun that was called stale so far. */
export async function listens(page: Visitor): Promise<{ heard: Set<string>; close(): void }> {
  const ending = new AbortController();
  const answer = await page.ask('/api/live', undefined, { signal: ending.signal });
  if (!answer.ok) throw new Error(`The live channel answered ${answer.status}.`);
  const heard = new Set<string>();
  const read = async () => {
    for await (const text of answer.body!.pipeThrough(new TextDecoderStream()))
      for (const [, data = '{}'] of text.matchAll(/^data: (.*)$/gm))
        for (const noun of (JSON.parse(data) as { stale: string[] }).stale) heard.add(noun);
  };
  read().catch(() => {});
  return { heard, close: () => ending.abort() };
}
