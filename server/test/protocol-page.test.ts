/**
 * Whoever writes a client has docs/protocol.md alone, so what goes over the wire has its name there.
 * The names are asked of the compiler and of the routes, and not listed here a second time.
 */
import { LIMITS, WireCommand } from '@tablecloth/shared/cafe';
import { admit, decodeBase64, emptyKnown, newPage, readCards } from '@tablecloth/shared/notes';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as Y from 'yjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentKinds } from '../src/packs/documents.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/protocol.md`, 'utf8');
/** All that stands in code, in a line or in a block of its own. */
const code = (page.match(/```[^]*?```|`[^`]+`/gu) ?? []).join('\n');
const words = new Set(code.match(/[A-Za-z]\w*/gu));

const isNamed = (name: string) => (/^\w+$/u.test(name) ? words.has(name) : code.includes(name));

/** Where the code has the types that the page writes out, and what it calls them; all others are the café's. */
const inCode: Readonly<Record<string, string>> = {
  Actor: 'cafe.ActorLabel',
  Arrivals: 'protocol.ArrivalsMessage',
  Arrived: 'protocol.ArrivedMessage',
  BroughtNote: 'protocol.BroughtNote',
  BroughtPage: 'protocol.BroughtPage',
  Card: 'notes.Card',
  DoorView: 'protocol.DoorView',
  Links: 'protocol.Links',
  MadeCafe: 'protocol.MadeCafe',
  NextSteps: 'protocol.NextStepsMessage',
  PackCard: 'harvest.PackCard',
  PackPage: 'harvest.PackPage',
  PageToCorrect: "protocol.NotesToCorrect['pages'][number]",
  Picked: "Pick<harvest.PackCard, 'passedOn' | 'panel'>",
  Quality: 'cafe.RotationQuality',
  Signed: 'harvest.Signed',
  SilentTables: 'protocol.SilentMessage',
  TeamPack: 'harvest.TeamPack',
  Waiting: 'protocol.WaitingMessage',
  WholeCafe: 'harvest.WholeCafe',
};

/** A source file beside the shared folders in which each type of the page is held against the code's. */
const besideShared = `${root}shared/src/page.ts`;
const typesThere = [...page.matchAll(/^```ts\n([^]*?)^```$/gmu)].map(([, types = '']) => types);
const comparison = [
  ...['cafe', 'protocol', 'harvest', 'notes'].map(
    (name) => `import type * as ${name} from './${name}/index.ts';`,
  ),
  'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;',
  ...typesThere,
  ...[...typesThere.join('').matchAll(/^type (\w+)/gmu)].map(
    ([, name = '']) =>
      `export const is${name}: Same<${name}, ${inCode[name] ?? `cafe.${name}`}> = true;`,
  ),
].join('\n');

describe('what the types say', () => {
  let checker: ts.TypeChecker;
  let mistakes: string[];
  const exported = new Map<string, ts.Type>();

  beforeAll(() => {
    const files = ['cafe', 'protocol', 'harvest'].map(
      (name) => `${root}shared/src/${name}/index.ts`,
    );
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      types: [],
    };
    const host = ts.createCompilerHost(options);
    const onDisk = host.getSourceFile.bind(host);
    const compared = ts.createSourceFile(besideShared, comparison, ts.ScriptTarget.ES2023, true);
    host.getSourceFile = (name, ...rest) =>
      name === besideShared ? compared : onDisk(name, ...rest);
    const program = ts.createProgram([...files, besideShared], options, host);
    mistakes = program.getSemanticDiagnostics(compared).map(({ start = 0, messageText }) => {
      const { line } = compared.getLineAndCharacterOfPosition(start);
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${comparison.split('\n')[line] ?? ''}: ${text}`;
    });
    checker = program.getTypeChecker();
    for (const file of files) {
      const source = program.getSourceFile(file);
      const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
      for (const symbol of module === undefined ? [] : checker.getExportsOfModule(module)) {
        const real =
          (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
        exported.set(symbol.name, checker.getDeclaredTypeOfSymbol(real));
      }
    }
    // A compiler at work, on machines that have more to do.
  }, 60_000);

  function typeNamed(name: string): ts.Type {
    const type = exported.get(name);
    if (type === undefined) throw new Error(`no type ${name} is exported`);
    return type;
  }

  /** Every field in a type, and in what its fields are, as far as it is ours. */
  function fieldsIn(type: ts.Type, seen = new Set<ts.Type>()): string[] {
    if (seen.has(type)) return [];
    seen.add(type);
    if (type.isUnionOrIntersection()) return type.types.flatMap((one) => fieldsIn(one, seen));
    const called = type.getCallSignatures().flatMap((signature) => signature.getParameters());
    if (called.length > 0) {
      return called.flatMap((one) => fieldsIn(checker.getTypeOfSymbol(one), seen));
    }
    const index = type.getNumberIndexType() ?? type.getStringIndexType();
    if ((type.flags & ts.TypeFlags.Object) === 0) return [];
    if (index !== undefined) return fieldsIn(index, seen);
    return type
      .getProperties()
      .flatMap((field) => [field.name, ...fieldsIn(checker.getTypeOfSymbol(field), seen)]);
  }

  const literalsOf = (type: ts.Type): string[] =>
    (type.isUnion() ? type.types : [type]).flatMap((one) =>
      one.isStringLiteral() ? [one.value] : [],
    );

  test('every type that is written there is the one in the code', () => {
    expect(mistakes).toEqual([]);
  });

  test('every refusal has its code there', () => {
    const codes = literalsOf(typeNamed('RefusalCode'));
    expect(codes.length).toBeGreaterThan(70);
    expect(codes.filter((one) => !code.includes(`\`${one}\``))).toEqual([]);
  });

  test('every refusal says what a program does about it', () => {
    const [, section = ''] = page.split(/^## Refusals$/mu);
    const isTold = section
      .split(/\n(?=- )/u)
      .filter((line) => /\*\*(?:again|look|tell|never)\*\*/u.test(line))
      .flatMap((line) => [...(/^- (?:`[^`]+`,? ?(?:\(\d+\),? ?)?)+/u.exec(line) ?? [])])
      .join('');
    const codes = literalsOf(typeNamed('RefusalCode'));
    expect(codes.filter((one) => !isTold.includes(`\`${one}\``))).toEqual([]);
  });

  test('everything that can stand in the list of activity has its name there', () => {
    const did = typeNamed('Activity').getProperty('did');
    const kinds = did === undefined ? [] : literalsOf(checker.getTypeOfSymbol(did));
    expect(kinds.length).toBeGreaterThan(40);
    expect(kinds.filter((kind) => !code.includes(`'${kind}'`))).toEqual([]);
  });

  test.each(['ClientMessages', 'ServerMessages'])('every message of %s is there', (side) => {
    const names = typeNamed(side)
      .getProperties()
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThan(12);
    expect(names.filter((name) => !code.includes(`\`${name}\``))).toEqual([]);
  });

  test.each([
    ...['Slice', 'ClientMessages', 'ServerMessages', 'Handshake', 'WireCommand', 'Refusal'],
    ...['CafeBody', 'MadeCafe', 'DoorView', 'FirstView', 'JoinRequest', 'JoinAnswer', 'LayRequest'],
    ...['LayAnswer', 'ExchangeAnswer', 'Links', 'Door', 'Correction'],
    ...[
      'AnswerBody',
      'NotesToCorrect',
      'KeptReceipt',
      'TeamDay',
      'TeamPack',
      'WholeCafe',
      'DaySum',
      'PageCount',
    ],
  ])('every field of %s has its name there', (name) => {
    const fields = [...new Set(fieldsIn(typeNamed(name)))];
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !isNamed(field))).toEqual([]);
  });
});

test('every command is there as it is sent', () => {
  const kinds = WireCommand.options.map(({ entries }) => entries.kind.literal);
  expect(kinds.filter((kind) => !code.includes(`kind: "${kind}"`))).toEqual([]);
});

test('every address of the API is there with its method', () => {
  const routes = ['http', 'packs'].flatMap((folder) =>
    readdirSync(`${root}server/src/${folder}`)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const source = readFileSync(`${root}server/src/${folder}/${file}`, 'utf8');
        return [...source.matchAll(/router\.(get|post|delete|put|patch)\(\s*['`]([^'`]+)/gu)];
      })
      .flatMap(([, method = '', path = '']) =>
        (path.includes('${kind}') ? documentKinds : ['']).map(
          (kind) => `${method.toUpperCase()} /api${path.replace('${kind}', kind)}`,
        ),
      ),
  );
  expect(routes.length).toBeGreaterThan(25);
  expect(routes.filter((route) => !new RegExp(`${route}[\`?]`, 'u').test(code))).toEqual([]);
});

test('every link on the page leads somewhere on it', () => {
  const headings = [...page.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d -]/gu, '')
      .replace(/ /gu, '-'),
  );
  const links = [...page.matchAll(/\]\(#([^)]+)\)/gu)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !headings.includes(link))).toEqual([]);
});

test('the note that is shown byte by byte is one', () => {
  const [, example = ''] = /### One note, byte by byte([^]*?)\n### /u.exec(page) ?? [];
  const joined = example.replace(/' \+\s+'/gu, '');
  const entries = [...joined.matchAll(/bytes:\s+'(A[\w+/]{3,}={0,2})'/gu)].map(
    ([, text = '']) => text,
  );
  const doc = newPage();
  const known = emptyKnown();
  for (const text of entries.filter((one) => one !== 'AAA=')) {
    const admitted = admit(decodeBase64(text) ?? new Uint8Array(), 'a replica', known, LIMITS);
    expect(admitted.ok).toBe(true);
    if (admitted.ok) Y.applyUpdate(doc, admitted.bytes);
  }
  expect(readCards(doc)).toMatchObject([{ text: 'we tried twice', kind: 'next', removed: true }]);
});
