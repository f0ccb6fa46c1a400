import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser } from './browser.ts';

test('the browser opens a page and runs its script', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<title>Tandem</title><p id="sum"></p><script>sum.textContent = 1 + 1</script>');
    assert.equal(await page.title(), 'Tandem');
    assert.equal(await page.textContent('#sum'), '2');
  } finally {
    await browser.close();
  }
});
