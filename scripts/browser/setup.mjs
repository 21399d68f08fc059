/**
 * For the journeys: gives every test file the browser to start, as `inject('chromium')`. This is the
 * only place that decides how Chromium is launched, for the pictures of the docs too.
 */
import { NO_BROWSER, findBrowser } from './find.mjs';

/**
 * Chromium refuses to run as root inside its sandbox; continuous integration often is root.
 * @returns {string[]}
 */
export function launchArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** @param {import('vitest/node').TestProject} project */
export default function provideChromium(project) {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  project.provide('chromium', { executablePath, args: launchArgs() });
}
