import { posix } from 'node:path';
import ts from 'typescript';

/** The parts of the source between which imports have a direction. A zone is a folder below src/. */
export const zones = [
  'engine',
  'contract',
  'runtime',
  'worker/thread/main.ts',
  'worker/thread/start.ts',
  'worker/thread',
  'worker/page',
  'kit',
  'session',
  'features',
  'pages',
  'element',
  'offline',
  'build',
] as const;
export type Zone = (typeof zones)[number];

interface Rule {
  /** Zones whose values and types it may import. */
  readonly values: readonly Zone[];
  /** Zones whose types it may import: they leave no trace in what is built. */
  readonly types: readonly Zone[];
  /** The packages it may use. */
  readonly packages: RegExp;
}

const nothing = /^$/;
const components = /^(svelte|@lucide\/svelte)(\/|$)/;
const all: readonly Zone[] = ['engine', 'contract', 'worker/page', 'kit', 'session', 'features'];

const rules: Record<Zone, Rule> = {
  engine: { values: [], types: [], packages: nothing },
  contract: { values: ['engine'], types: [], packages: /^valibot$/ },
  runtime: { values: ['contract', 'engine'], types: [], packages: /^onnxruntime-(web|common)(\/|$)/ },
  // The worker's start alone joins the tasks with the runtime.
  'worker/thread/start.ts': {
    values: ['worker/thread', 'contract', 'engine', 'runtime'],
    types: [],
    packages: nothing,
  },
  'worker/thread/main.ts': { values: ['worker/thread/start.ts'], types: [], packages: nothing },
  'worker/thread': { values: ['contract', 'engine'], types: [], packages: nothing },
  'worker/page': { values: ['contract'], types: ['engine'], packages: nothing },
  kit: { values: [], types: ['engine'], packages: components },
  session: { values: ['worker/page', 'contract', 'engine', 'kit'], types: [], packages: nothing },
  features: { values: ['features', 'session', 'kit', 'contract', 'engine'], types: [], packages: components },
  pages: { values: all, types: [], packages: components },
  element: { values: [...all, 'pages'], types: [], packages: components },
  offline: { values: [], types: [], packages: /^workbox-/ },
  // Runs in Node, while the site is built.
  build: { values: [], types: [], packages: /^(node:.*|vite|wabt)$/ },
};

/** Files that everybody above the engine may import: how a failure is named. */
const shared = /^src\/contract\/failure\.ts$/;

/** Data beside the source that a glob or an import may reach: models, and the numbers that the conformance page shows. */
const data = /^(models\/|tests\/golden\/)/;

/** A file of the project: its path from the root, with slashes, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Where a file below src/ belongs; null when it belongs nowhere. */
export function zoneOf(file: string): Zone | null {
  const path = file.replace(/^src\//, '');
  return zones.find((zone) => path === zone || path.startsWith(`${zone}/`)) ?? null;
}

/** The feature that a file belongs to; null outside of features/. */
function featureOf(file: string): string | null {
  return /^src\/features\/((?:families\/)?[^/]+)\//.exec(file)?.[1] ?? null;
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

/** The script of a component or of a module, with the expressions of its markup that import something. */
function codeOf(file: string, text: string): string {
  if (!file.endsWith('.svelte')) return text;
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const markup = text.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');
  const inMarkup = [...markup.matchAll(/import\(\s*('[^']*'|"[^"]*")\s*\)/g)].map(([call]) => `void ${call};`);
  return [...scripts, ...inMarkup].join('\n');
}

/** Every import, re-export, dynamic import, glob and module address, in TypeScript or in a Svelte component. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ address: node.text, typeOnly });
    if (node && ts.isArrayLiteralExpression(node)) node.elements.forEach((element) => add(element, typeOnly));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isModuleCall(node.expression)) add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && isModuleAddress(node)) add(node.arguments?.[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, codeOf(file, text), ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause?.namedBindings;
  if (clause?.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** import('...'), import.meta.glob('...') */
function isModuleCall(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || callee.getText() === 'import.meta.glob';
}

/** new URL('./main.ts', import.meta.url): the script of a worker. */
function isModuleAddress({ expression, arguments: given }: ts.NewExpression): boolean {
  return expression.getText() === 'URL' && given?.[1]?.getText() === 'import.meta.url';
}

/** Why a file's imports break the house's rules, a sentence each. */
export function violations({ file, text }: Source): string[] {
  const from = zoneOf(file);
  if (from === null) return [`${file} belongs to no zone`];
  return importsOf(file, text).flatMap(({ address, typeOnly }) => {
    const why = address.startsWith('.')
      ? whyNot(file, from, resolved(file, address), typeOnly)
      : rules[from].packages.test(address.replace(/\?.*$/, ''))
        ? null
        : `${from} may not use`;
    return why === null ? [] : [`${file}: ${why} ${address}`];
  });
}

function whyNot(file: string, from: Zone, target: string, typeOnly: boolean): string | null {
  if (!target.startsWith('src/')) return data.test(target) ? null : 'this leads out of src/:';
  const to = zoneOf(target);
  if (to === null) return 'this belongs to no zone:';
  if (to === 'features' && rules[from].values.includes('features')) return whyNotFeature(file, target);
  // A page's only way to the worker is its address.
  if (from === 'worker/page' && to === 'worker/thread/main.ts') return null;
  if (to === from || (shared.test(target) && from !== 'engine')) return null;
  if (rules[from].values.includes(to) || (typeOnly && rules[from].types.includes(to))) return null;
  return `${from} may not import ${rules[from].types.includes(to) ? 'values of ' : ''}${to}:`;
}

function whyNotFeature(file: string, target: string): string | null {
  const [own, other] = [featureOf(file), featureOf(target)];
  if (own === other) return null;
  return target === `src/features/${other ?? ''}/index.ts` ? null : 'another feature only through its index.ts:';
}

/** Features that import each other in a circle, as "a -> b -> a"; none when the list is empty. */
export function circles(sources: readonly Source[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { file, text } of sources) {
    const own = featureOf(file);
    if (own === null) continue;
    const others = uses.get(own) ?? new Set<string>();
    uses.set(own, others);
    for (const { address } of importsOf(file, text)) {
      const other = address.startsWith('.') ? featureOf(resolved(file, address)) : null;
      if (other !== null && other !== own) others.add(other);
    }
  }
  const found: string[] = [];
  const walk = (path: readonly string[]): void => {
    for (const next of uses.get(path.at(-1) ?? '') ?? []) {
      if (next === path[0]) found.push([...path, next].join(' -> '));
      else if (!path.includes(next) && next > (path[0] ?? '')) walk([...path, next]);
    }
  };
  for (const feature of uses.keys()) walk([feature]);
  return found;
}
