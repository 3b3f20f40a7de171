import { launch } from '../tools/browser.mjs';
import { longestTask, taskCategories } from './tasks.mjs';

/**
 * What the main thread and the screen do once the page is live: the longest task while runs are made and scrubbed, and
 * the display's frames a second while a run plays.
 * @param {string} url
 */
export async function playing(url) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    const live = () => performance.getEntriesByName('playground:first-live-frame').length > 0;
    await page.waitForFunction(live, undefined, { timeout: 60_000 });
    const watching = await page.evaluateHandle(() => {
      /** @type {number[]} */
      const frames = [];
      const tick = (/** @type {number} */ now) => {
        frames.push(now);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      return frames;
    });
    await browser.startTracing(page, { categories: taskCategories });
    const denoise = page.getByRole('button', { name: 'Denoise' });
    const atEnd = () => {
      const position = document.querySelector('input[type=range][aria-label=Step], [role=slider][aria-label=Step]');
      return position instanceof HTMLInputElement && position.value === position.max;
    };
    for (let run = 0; run < 5; run++) {
      await page.keyboard.press('r');
      await denoise.click();
      await page.waitForFunction(atEnd, undefined, { timeout: 60_000 });
    }
    for (const key of ['Home', 'End']) await page.keyboard.press(key);
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowLeft');
    const tasks = longestTask(await browser.stopTracing());
    const frames = await watching.jsonValue();
    return { tasks, frameTimes: frames.slice(1).map((now, index) => now - (frames[index] ?? now)) };
  } finally {
    await browser.close();
  }
}
