import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type TestApp, testApp } from '../app.ts';
import { openBrowser } from '../browser.ts';
import { type MadeOrganisation, type MadePerson, makeOrganisation, makePerson } from '../make.ts';
import { patience } from './until.ts';

/** Tandem listening on a free port of this machine, with an organisation, and a browser in front of it. */
export type Served = {
  app: TestApp;
  organisation: MadeOrganisation;
  /** A member who can sign in, and so can be at the browser. */
  person: MadePerson;
  address: string;
  /** A page on which a person is signed in; whatever breaks in it fails the test when it ends. */
  open(t: TestContext, path: string, more?: Opening): Promise<Page>;
};

// TANDEM_SLOW=6 brings races to light: each page has a processor that is six times slower and draws 60 ms late, and each
// request to /api takes up to 600 ms longer; TANDEM_SLOW=6,3000 up to 3000 ms.
const [rate = 1, delay = rate > 1 ? rate * 100 : 0] = (process.env.TANDEM_SLOW ?? '1').split(',').map(Number);

type Opening = { as?: MadePerson } & Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>;

const password = 'correct horse battery staple';

/** Serves the built web over a database of a test file's own, until the file ends; `npm test` builds the web before. */
export async function served(role: MadePerson['role'] = 'member'): Promise<Served> {
  const app = await testApp();
  const organisation = await makeOrganisation(app);
  const person = await makePerson(app, organisation, { role, name: 'Paula Present', password });
  const http = createAdaptorServer({ fetch: slowed(app.server.fetch) }) as Server;
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  // Of what runs beside the requests only the live stream matters to a page; it is what can be drained.
  const live = app.background.filter((each) => each.drain);
  for (const each of live) await each.start();
  let browser: Promise<Browser> | undefined;
  after(async () => {
    await (await browser)?.close();
    for (const each of live) each.drain?.();
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
    for (const each of live) await each.stop();
  });
  return {
    app,
    organisation,
    person,
    address,
    open: async (t, path, { as = person, ...look } = {}) => {
      browser ??= openBrowser();
      const context = await (await browser).newContext({ viewport: { width: 1280, height: 900 }, ...look });
      t.after(() => context.close());
      context.setDefaultTimeout(patience);
      await context.addCookies(await cookies(address, as));
      const page = await context.newPage();
      if (rate > 1) await slow(page);
      const broken: Error[] = [];
      page.on('pageerror', (error) => broken.push(error));
      t.after(() => {
        if (broken[0]) throw broken[0];
      });
      await page.goto(address + path);
      return page;
    },
  };
}

async function slow(page: Page): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
  // React draws when a message to itself arrives, unless somebody clicked or pressed a key.
  await page.addInitScript((late) => {
    // Some journeys turn the clock, which is not to hold the drawing up.
    const { setTimeout: wait } = window;
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...message: unknown[]) {
      wait(() => Reflect.apply(post, this, message), late);
    };
  }, rate * 10);
}

type Answering = TestApp['server']['fetch'];

// By chance, so that requests and answers come in another order than they were made.
function slowed(answer: Answering): Answering {
  const wait = () => pause((Math.random() * delay) / 2);
  return async (request, ...rest) => {
    if (!delay || !new URL(request.url).pathname.startsWith('/api/')) return answer(request, ...rest);
    await wait();
    const given = await answer(request, ...rest);
    await wait();
    return given;
  };
}

async function cookies(address: string, { email }: MadePerson) {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((cookie) => {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
  });
}
