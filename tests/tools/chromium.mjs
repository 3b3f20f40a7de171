// Finds a Chromium for the browser tests, or gets one: an existing one, else Playwright's, else the system's packages.
// `node tests/tools/chromium.mjs` prints its path.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { run, runTool } from './spawn.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where browsers live that are not on the PATH. */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [...programs, 'Chromium\\Application\\chrome.exe'].map((program) => join(folder, program)));
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A browser that is there but cannot start (a library is missing) is as good as none. */
async function works(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // chrome.exe opens a window instead of printing its version
  const { code, output } = await run(path, ['--version'], { timeout: 20_000 });
  return code === 0 && /\d+\.\d+\.\d+/.test(output);
}

/**
 * The first browser that starts: CHROMIUM_PATH, the system's, Playwright's own.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (await works(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, but no browser starts there; correct it or unset it`);
  }
  for (const path of [...onPath(), ...usualPlaces(), playwright.executablePath()]) if (await works(path)) return path;
  return null;
}

/** The ways to get a Chromium here, in the order in which they are tried: a sentence, and the commands. */
async function waysToInstall() {
  const installer = (/** @type {string[]} */ ...args) => ({
    name: `playwright-core ${args.join(' ')}`,
    // A refused download fails in seconds this way; a slow one may take its time.
    start: () => runTool('playwright-core/cli.js', args, { env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' } }),
  });
  const ways = [[installer('install', '--no-shell', 'chromium')]];
  if (process.platform === 'darwin') ways.push([command('brew', 'install', '--cask', 'chromium')]);
  if (process.platform !== 'linux') return ways;
  const prefix = await asRoot();
  if (prefix === null) return ways;
  if (await has('apt-get')) {
    ways.push([
      command(...prefix, 'apt-get', 'update'),
      command(...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'),
    ]);
  } else if (await has('dnf')) ways.push([command(...prefix, 'dnf', 'install', '-y', 'chromium')]);
  else if (await has('apk')) ways.push([command(...prefix, 'apk', 'add', 'chromium')]);
  else if (await has('pacman')) ways.push([command(...prefix, 'pacman', '-Sy', '--noconfirm', 'chromium')]);
  return ways;
}

function command(/** @type {string[]} */ ...words) {
  const [program = '', ...args] = words;
  return {
    name: words.join(' '),
    start: () => run(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  };
}

/** The line of an installer's output that says why it failed. */
function reason(/** @type {string} */ output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /^(E:|error)/i.test(line)) ?? lines.at(-1) ?? 'no output').trim();
}

const has = async (/** @type {string} */ program) => (await run(program, ['--version'])).code !== 127;

/** What to put before a command so that it runs as root without asking; null when that is not possible. */
async function asRoot() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
}

/**
 * Finds a Chromium or installs one, and says what it does.
 * @param {{ find?: () => Promise<string | null>, ways?: () => ReturnType<typeof waysToInstall> }} [seams] for the test
 * @returns {Promise<string>} the path of a browser that starts
 * @throws Error that says what to install when nothing works
 */
export async function ensureChromium({ find = findChromium, ways = waysToInstall } = {}) {
  const found = await find();
  if (found !== null) return found;
  console.log('No Chromium, Chrome or Edge found; installing one for the browser tests.');
  for (const steps of await ways()) {
    for (const step of steps) {
      console.log(`> ${step.name}`);
      const { code, output } = await step.start();
      if (code !== 0) console.log(`  did not work (exit code ${code}): ${reason(output)}`);
    }
    const installed = await find();
    if (installed !== null) return installed;
  }
  throw new Error(
    'There is no Chromium for the browser tests, and none could be installed. Install Chromium, Google Chrome or ' +
      'Microsoft Edge (for example "apt-get install chromium"), or set CHROMIUM_PATH to the browser to use.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
