/**
 * Which file may import what, and what shared may not touch:
 *
 *     client → shared ← server        nobody imports scripts, which may import client/test
 *     in shared: protocol → cafe · harvest → cafe, notes · sample → cafe, protocol ·
 *                intake → cafe, harvest · cafe → rotation
 */
import { posix } from 'node:path';

const WORKSPACES = ['shared', 'server', 'client', 'scripts'];
const SHARED_PACKAGE = '@tablecloth/shared';
const DATABASE_FILE = 'server/src/store/libsql.ts';

/** @type {Readonly<Record<string, readonly string[]>>} */
const INSIDE_SHARED = {
  protocol: ['cafe'],
  harvest: ['cafe', 'notes'],
  intake: ['cafe', 'harvest'],
  sample: ['cafe', 'protocol'],
  cafe: ['rotation'],
};

/**
 * What is wrong with one file, as sentences; none when all is well. `path` is relative to the
 * project, with slashes.
 * @param {string} path
 * @param {Pick<import('./source.mjs').Source, 'imports' | 'reaches'>} source
 * @returns {string[]}
 */
export function checkFile(path, { imports, reaches }) {
  const problems = imports.flatMap((name) => {
    const problem = checkImport(path, name);
    return problem === null ? [] : [`imports “${name}”: ${problem}`];
  });
  if (path.startsWith('shared/src/') && !isTest(path)) {
    problems.push(...reaches.map((name) => `uses ${name}: shared is pure.`));
  }
  return problems;
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts');
}

/**
 * @param {string} path
 * @param {string} name
 * @returns {string | null}
 */
function checkImport(path, name) {
  if (name.startsWith('.')) return checkRelative(path, posix.join(posix.dirname(path), name));
  if (name.startsWith('@tablecloth/')) return checkShared(path, name);
  if (name === 'libsql' && path !== DATABASE_FILE) return `only ${DATABASE_FILE} may.`;
  if (!path.startsWith('shared/src/') || isTest(path)) return null;
  if (name.startsWith('node:')) return 'shared runs in browsers too.';
  return name === 'uuid' ? 'shared is pure: ids are handed in.' : null;
}

/**
 * @param {string} path
 * @param {string} target
 */
function checkRelative(path, target) {
  const from = workspaceOf(path);
  const to = workspaceOf(target);
  if (from !== to) {
    if (to === 'scripts') return 'nobody imports scripts.';
    // What journeys find wrong with a page is what pictures are judged by.
    if (from === 'scripts' && target.startsWith('client/test/')) return null;
    return to === 'shared'
      ? `another workspace is reached as ${SHARED_PACKAGE}/….`
      : 'workspaces meet in shared only.';
  }
  if (from !== 'shared') return null;
  const folder = folderOf(path);
  const other = folderOf(target);
  if (folder === other || folder === null || other === null) return null;
  const allowed = INSIDE_SHARED[folder] ?? [];
  if (!allowed.includes(other)) return `${folder} does not know ${other}.`;
  return posix.basename(target) === 'index.ts' ? null : `${other} is reached by its index.ts.`;
}

/**
 * @param {string} path
 * @param {string} name
 */
function checkShared(path, name) {
  if (workspaceOf(path) === 'shared') return 'inside shared a folder is reached by its path.';
  if (name.startsWith('@tablecloth/scripts')) return 'nobody imports scripts.';
  if (!name.startsWith(`${SHARED_PACKAGE}/`)) return 'workspaces meet in shared only.';
  return name.split('/').length === 3 ? null : 'only the folders of shared can be imported.';
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function workspaceOf(path) {
  return WORKSPACES.find((workspace) => path.startsWith(`${workspace}/`)) ?? null;
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function folderOf(path) {
  return /^shared\/src\/([^/]+)\//u.exec(path)?.[1] ?? null;
}
