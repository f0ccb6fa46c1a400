import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe has against a page, once it has its heading and its data and nothing in it moves: `rule at selector`. */
export async function violations(page: Page): Promise<string[]> {
  await isStill(page);
  // Without frames the legacy mode looks at the same and needs no second page for it.
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}: ${nodes[0]?.html}`);
}

/** Shows a page in the light or the dark, whatever the system says. */
export async function inScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  // A page that fills the screen by itself leaves the root without a height, which is called hidden.
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
}

/** Waits until a page has its heading, waits for no data and has come to rest. */
export async function isStill(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  // Colours on the way from one to another have a contrast that nobody reads by; what turns forever is not waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
}

/** How many pixels a page is wider than the window, once it has come to rest. */
export async function overWidth(page: Page): Promise<number> {
  await isStill(page);
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
