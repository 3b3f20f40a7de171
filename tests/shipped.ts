import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseGanManifest, parseManifest, type GanManifest, type Manifest } from '../src/contract/manifest.ts';

const read = (folder: string) => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as { family?: string };

/** The folders of the models that ship. */
const folders = readdirSync('models')
  .map((name) => `models/${name}`)
  .filter((folder) => existsSync(`${folder}/manifest.json`));

export interface Shipped<M> {
  readonly folder: string;
  readonly manifest: M;
}

const of = <M>(family: string | undefined, parse: (value: unknown) => M): Shipped<M>[] =>
  folders
    .map((folder) => ({ folder, content: read(folder) }))
    .filter(({ content }) => content.family === family)
    .map(({ folder, content }) => ({ folder, manifest: parse(content) }));

/** Those of the family diffusion. */
export const shipped: readonly Shipped<Manifest>[] = of(undefined, parseManifest);

/** Those of the family gan. */
export const shippedGans: readonly Shipped<GanManifest>[] = of('gan', parseGanManifest);
