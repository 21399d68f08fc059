import ts from 'typescript';

/**
 * What a source file imports, which of that it needs before it can run or be understood, and which
 * of the world's names it uses.
 * @typedef {{ imports: string[], needs: string[], reaches: string[] }} Source
 */

/** Free names that bring in time, chance, the machine or the page. */
const WORLD = new Set([
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'requestAnimationFrame',
  'crypto',
  'process',
  'globalThis',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'console',
]);

/**
 * Reads a file as the compiler does, so that comments and texts never count.
 * @param {string} path
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2023, true);
  const imports = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  const reaches = new Set(/** @type {string[]} */ ([]));
  const declared = namesDeclaredIn(file);
  /** @param {ts.Node} node */
  const visit = (node) => {
    const reached = reachOf(node, declared);
    if (reached !== null) reaches.add(reached);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, needs: needsOf(file), reaches: [...reaches] };
}

/**
 * All but what is loaded later: by `import()`, and by `import type * as` for the shape of that.
 * @param {ts.SourceFile} file
 */
function needsOf({ statements }) {
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: from } = statement;
    if (from === undefined || !ts.isStringLiteral(from)) return [];
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const isShape = clause?.isTypeOnly === true && isWhole(clause.namedBindings);
    return isShape ? [] : [from.text];
  });
}

/** @param {ts.NamedImportBindings | undefined} bindings */
function isWhole(bindings) {
  return bindings !== undefined && ts.isNamespaceImport(bindings);
}

/** @param {string} text */
function scriptsOf(text) {
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)]
    .map(([, code]) => code ?? '')
    .join('\n');
}

/**
 * @param {ts.Node} node
 * @param {ReadonlySet<string>} declared
 * @returns {string | null}
 */
function reachOf(node, declared) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    return name === 'Date.now' || name === 'Math.random' ? name : null;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return (node.arguments?.length ?? 0) === 0 ? 'new Date()' : null;
  }
  if (!ts.isIdentifier(node) || !WORLD.has(node.text) || declared.has(node.text)) return null;
  const { parent } = node;
  const isMember =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node);
  return isMember ? null : node.text;
}

/**
 * Names a file gives to things of its own; `document` may be a parameter.
 * @param {ts.SourceFile} file
 */
function namesDeclaredIn(file) {
  const names = new Set(/** @type {string[]} */ ([]));
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isImportSpecifier(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
