import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../tools/browser.mjs';

/** Milliseconds after which a fresh browser has come to rest. */
const settling = 1500;

/**
 * A visit to the page in a profile: milliseconds from its start to each of its milestones, and the scripts and
 * manifests it fetched for its own thread before the first live frame.
 * @param {string} url
 * @param {string} profile
 */
async function visit(url, profile) {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await launchOptions()),
    viewport: { width: 1440, height: 900 },
  });
  try {
    const [page = await context.newPage()] = context.pages();
    // A browser that was just started is busy with itself for a while; a visitor's has been running.
    await page.waitForTimeout(settling);
    await page.goto(url);
    const ready = () => performance.getEntriesByName('playground:first-live-frame').length > 0;
    await page.waitForFunction(ready, undefined, { timeout: 60_000 });
    return await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
      const marks = performance
        .getEntriesByType('mark')
        .filter(({ name }) => name.startsWith('playground:'))
        .map(({ name, startTime }) => [name.replace('playground:', ''), startTime]);
      const scripts = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /\.(m?js|json)(\?|$)/.test(name));
      return { milestones: { 'first contentful paint': paint, ...Object.fromEntries(marks) }, scripts };
    });
  } finally {
    await context.close();
  }
}

/** The scripts that a first visit fetches, whichever model the page opens with. */
export async function firstScripts(/** @type {string} */ url) {
  const { first } = await visits(url, 1);
  return first[0]?.scripts ?? [];
}

/**
 * First visits (a fresh profile each) and second visits (the same profile, the browser started anew), in turn.
 * @param {string} url
 * @param {number} times
 */
export async function visits(url, times) {
  /** @type {Awaited<ReturnType<typeof visit>>[]} */
  const first = [];
  /** @type {typeof first} */
  const second = [];
  for (let index = 0; index < times; index++) {
    const profile = mkdtempSync(join(tmpdir(), 'playground-bench-'));
    try {
      first.push(await visit(url, profile));
      second.push(await visit(url, profile));
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return { first, second };
}
