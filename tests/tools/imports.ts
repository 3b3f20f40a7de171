import { posix } from 'node:path';
import ts from 'typescript';

/** The parts of the source between which imports have a direction. */
export const zones = [
  'engine',
  'recipe',
  'runtime',
  'worker/protocol',
  'worker/host',
  'worker/main',
  'worker/client',
  'ui',
  'widget',
] as const;
export type Zone = (typeof zones)[number];

/** What each may import: values and types, or types alone (they leave no trace in what is built). */
const allowed: Record<Zone, { readonly values: readonly Zone[]; readonly types: readonly Zone[] }> = {
  engine: { values: [], types: [] },
  recipe: { values: ['engine'], types: [] },
  runtime: { values: ['engine', 'recipe'], types: ['worker/protocol'] },
  'worker/protocol': { values: [], types: ['engine', 'recipe'] },
  'worker/host': { values: ['engine', 'recipe', 'worker/protocol'], types: [] },
  'worker/main': { values: ['worker/host', 'worker/protocol', 'runtime'], types: ['engine', 'recipe'] },
  'worker/client': { values: ['worker/protocol', 'recipe'], types: ['engine'] },
  ui: { values: ['worker/client', 'recipe', 'engine'], types: ['worker/protocol'] },
  widget: { values: ['ui'], types: [] },
};

/** The packages each may use. */
const packages: Record<Zone, RegExp> = {
  engine: /^$/,
  recipe: /^valibot$/,
  runtime: /^onnxruntime-(web|common)(\/|$)/,
  'worker/protocol': /^$/,
  'worker/host': /^$/,
  'worker/main': /^$/,
  'worker/client': /^$/,
  ui: /^(svelte|@lucide\/svelte)(\/|$)/,
  widget: /^svelte(\/|$)/,
};

/** A file of the project: its path from the root, with slashes, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Tells where a file below src/ belongs; null when it belongs nowhere. */
export type ZoneOf = (file: string) => Zone | null;

/**
 * The zones of these sources. A layer is a folder. Within worker/, which two threads share, a file belongs to the thread
 * that reaches it: from host.ts, or else from client.ts.
 */
export function zonesOf(sources: readonly Source[]): ZoneOf {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const reached = new Map<string, Zone>([
    ['src/worker/protocol.ts', 'worker/protocol'],
    ['src/worker/main.ts', 'worker/main'],
  ]);
  const reach = (file: string, zone: Zone): void => {
    if (!file.startsWith('src/worker/') || reached.has(file)) return;
    reached.set(file, zone);
    for (const { address } of importsOf(file, texts.get(file) ?? '')) reach(resolved(file, address), zone);
  };
  reach('src/worker/host.ts', 'worker/host');
  reach('src/worker/client.ts', 'worker/client');
  return (file) => {
    const [, layer, ...path] = file.split('/');
    if (layer === 'worker') return reached.get(file) ?? null;
    return zones.find((zone) => zone === layer && path.length > 0) ?? null;
  };
}

/** The path from the root that a relative import leads to. */
function resolved(file: string, address: string): string {
  return posix.join(posix.dirname(file), address.replace(/\?.*$/, ''));
}

/** An import as it is written: its address, and whether only types cross. */
interface Import {
  readonly address: string;
  readonly typeOnly: boolean;
}

/** Every import, re-export and dynamic import in TypeScript or in the scripts of a Svelte component. */
export function importsOf(file: string, text: string): Import[] {
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const code = file.endsWith('.svelte') ? scripts.join('\n') : text;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings;
      const eachIsType =
        node.importClause?.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly);
      const clauseIsType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ address: node.moduleSpecifier.text, typeOnly: clauseIsType || eachIsType });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ address: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal))
        found.push({ address: node.argument.literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [address] = node.arguments;
      if (address && ts.isStringLiteral(address)) found.push({ address: address.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS));
  return found;
}

/** Why a file's imports break the house's rules, a sentence each. */
export function violations({ file, text }: Source, zoneOf: ZoneOf): string[] {
  const from = zoneOf(file);
  if (from === null) return [`${file} belongs to no layer`];
  return importsOf(file, text).flatMap(({ address, typeOnly }) => {
    if (!address.startsWith('.')) {
      return packages[from].test(address.replace(/\?.*$/, '')) ? [] : [`${file}: ${from} may not use ${address}`];
    }
    const target = resolved(file, address);
    if (!target.startsWith('src/')) return [`${file}: ${address} leads out of src/`];
    const to = zoneOf(target);
    if (to === null) return [`${file}: ${address} belongs to no layer`];
    const rule = allowed[from];
    if (to === from || rule.values.includes(to) || (typeOnly && rule.types.includes(to))) return [];
    return [`${file}: ${from} may not import ${rule.types.includes(to) ? 'values from ' : ''}${to} (${address})`];
  });
}
