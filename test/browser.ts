import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium or Chrome to test with: CHROME_PATH, else one on the PATH, else the system's, else Playwright's; undefined: none. */
export function findBrowser(): string | undefined {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path));
}

/** A headless browser; the caller closes it. Refuses when there is none, and says what to install. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      'There is no browser to test with: install Chromium or Chrome, or set CHROME_PATH to one.',
    );
  }
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu'].map(
    (what) => `--disable-${what}`,
  );
  // Chromium's sandbox cannot be had by root, nor in most containers; the pages under test are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
}
