/**
 * Where a Chromium for the journeys is. Nothing is ever downloaded: the machine's own is used.
 * Without a browser the sentence says how to get one.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join, posix, win32 } from 'node:path';

/** @typedef {{ env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, isProgram: (path: string) => boolean }} Machine */

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

export const NO_BROWSER =
  'No Chromium was found: install one (on Debian `apt-get install chromium`) or set CHROMIUM_PATH to its program.';

/**
 * The program's path, or null.
 * @param {Machine} machine
 * @returns {string | null}
 */
export function findBrowser(machine = thisMachine()) {
  const told = machine.env['CHROMIUM_PATH'];
  // A path that was given and is wrong must not be passed over in silence.
  if (told !== undefined && told !== '') return machine.isProgram(told) ? told : null;
  return candidates(machine).find((path) => machine.isProgram(path)) ?? null;
}

/** @param {Machine} machine */
function candidates({ env, platform }) {
  if (platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder === undefined
        ? []
        : [
            win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
            win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
    );
  }
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => COMMANDS.map((command) => posix.join(folder, command)));
  if (platform !== 'darwin') return onPath;
  const inApplications = ['/Applications', join(env['HOME'] ?? '/', 'Applications')].flatMap(
    (folder) =>
      ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) =>
        posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
  );
  return [...onPath, ...inApplications];
}

/** @returns {Machine} */
function thisMachine() {
  return { env: process.env, platform: process.platform, isProgram };
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
