import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers have a small /dev/shm.
  '--disable-dev-shm-usage',
];

/** Gives Chromium a WebGPU adapter in software where there is no GPU. */
const softwareGpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * How the tests start a browser.
 * @param {{ webgpu?: boolean }} [options]
 */
export async function launchOptions({ webgpu = false } = {}) {
  return {
    executablePath: await ensureChromium(),
    args: webgpu ? [...quiet, ...softwareGpu] : quiet,
    // Chromium's sandbox does not start as root, which is what containers run as.
    chromiumSandbox: process.getuid?.() !== 0 && process.platform !== 'linux',
  };
}

/**
 * A headless Chromium with a fresh profile.
 * @param {{ webgpu?: boolean }} [options]
 */
export async function launch(options) {
  return chromium.launch(await launchOptions(options));
}
