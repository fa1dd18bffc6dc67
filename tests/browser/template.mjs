/** The template for a page, as its users get it: copied, built, opened, trained in. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openChromium, serve } from './chromium.mjs';

/** @param folder the copy, built; @param expected what Node trains with the same settings */
export async function checkTemplate(folder, expected) {
  const server = await serve(join(folder, 'dist'));
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) problems.push(request.url());
    });
    await page.goto(server.address);
    await page.click('#start');
    await page.waitForSelector('figure');
    const status = await page.textContent('#status');
    assert.equal(status, expected.status, 'the page has trained what Node trains');
    assert.deepEqual(await page.locator('figcaption').allTextContents(), expected.digits);
    const line = await page.getAttribute('#chart path.validation', 'd');
    assert.equal(line.split('L').length, expected.epochs, 'a point for each epoch');

    // Again, and stopped in the middle.
    await page.fill('[name=epochs]', '1000');
    await page.click('#start');
    await page.waitForFunction(() =>
      /^epoch \d+ of 1000/.test(document.querySelector('#status').textContent),
    );
    await page.click('#stop');
    await page.waitForFunction(() =>
      document.querySelector('#status').textContent.endsWith(', stopped'),
    );
    assert(await page.isEnabled('#start'), 'it can be started again');
    assert.deepEqual(problems, []);
    console.log(`template ${status}; stopped at ${await page.textContent('#status')}`);
    if (process.env.SCREENSHOTS !== undefined) await takePictures(page);
  } finally {
    await browser.close();
    server.close();
  }
}

async function takePictures(page) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1200, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `${colorScheme}_${width}.png`) });
    }
  }
}
