import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../../../src/contract/defaults.ts';
import { formatQuery } from '../../../../src/contract/query.ts';
import { counterpartOf, counterpartRecipe } from '../../../../src/features/families/gan/logic/counterpart.ts';
import { endsOf, otherSeed } from '../../../../src/features/families/gan/logic/ends.ts';
import { barsOf, latentRange } from '../../../../src/features/families/gan/logic/latent-bars.ts';
import { measuresOf, type Evaluation } from '../../../../src/features/families/gan/logic/measures.ts';
import { withText } from '../../../../src/features/families/gan/logic/png-text.ts';
import { crc32 } from '../../../../src/kit/crc32.ts';
import { shipped, shippedGans } from '../../../shipped.ts';
import { manifestWith } from '../../../contract/manifest-for-tests.ts';

const [{ manifest: gan }] = shippedGans as [(typeof shippedGans)[number]];
const diffusion = shipped.map(({ manifest }) => ({ manifest }));
const recipe = { ...defaultRecipe(gan), seed: 7, truncation: 0.5 };

describe('the counterpart of a GAN', () => {
  it('draws what the GAN draws, among all that ship', () => {
    expect(counterpartOf(gan, diffusion)?.manifest.id).toBe('digits');
  });

  it('is none where shape or words differ', () => {
    expect(counterpartOf(gan, [{ manifest: manifestWith() }])).toBeNull();
    const [c, h, w] = gan.shape;
    const larger = manifestWith({ vocabulary: gan.vocabulary, shape: [c, 2 * h, 2 * w] });
    expect(counterpartOf(gan, [{ manifest: larger }])).toBeNull();
  });

  it('is asked for the same words from the same seeds, in its own way otherwise', () => {
    const { manifest } = counterpartOf(gan, diffusion)!;
    const asked = { ...recipe, condition: [{ id: '8', weight: 1 }], toSeed: 9, mix: 0.25 };
    const { condition, seed, toSeed, mix, ...own } = counterpartRecipe(asked, manifest);
    expect({ condition, seed, toSeed, mix }).toEqual({ condition: asked.condition, seed: 7, toSeed: 9, mix: 0.25 });
    expect(own).toMatchObject({ model: 'digits', numSteps: defaultRecipe(manifest).numSteps });
    expect(formatQuery(counterpartRecipe(asked, manifest))).not.toContain('truncation');
  });
});

describe('the ends of the way between two seeds', () => {
  it('are the seed and the next one until another is named', () => {
    expect(otherSeed(recipe)).toBe(8);
    expect(otherSeed({ ...recipe, seed: 2 ** 32 - 1 })).toBe(0);
    expect(otherSeed({ ...recipe, toSeed: 0 })).toBe(0);
  });

  it('keep all but the way', () => {
    const [from, to] = endsOf({ ...recipe, toSeed: 99, mix: 0.5, toCondition: [{ id: '1', weight: 1 }] });
    expect(from).toEqual(recipe);
    expect(to).toEqual({ ...recipe, seed: 99, condition: [{ id: '1', weight: 1 }] });
  });
});

describe('the bars of the noise', () => {
  it('go up where a number is positive, down where it is not, and no further than the edge', () => {
    expect(barsOf([latentRange / 2, -latentRange, 0, 100])).toEqual([
      { x: 0, y: 0.5, height: 0.5 },
      { x: 1, y: 1, height: 1 },
      { x: 2, y: 1, height: 0 },
      { x: 3, y: 0, height: 1 },
    ]);
  });
});

describe('the measures', () => {
  const read = (id: string) =>
    measuresOf(JSON.parse(readFileSync(`models/${id}/evaluation.json`, 'utf8')) as Evaluation);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

  it('are those of the card, the missed mark among them', () => {
    const card = readFileSync('models/digits-gan/README.md', 'utf8');
    const line = (start: string) => card.split('\n').find((line) => line.startsWith(`| ${start}`))!;
    for (const { setting, readAsAsked, diversity, nearCopies } of read('digits-gan')) {
      expect(line(`read as asked, truncation ${setting}`)).toContain(` ${percent(readAsAsked)} `);
      expect(line(`pairwise distance within a class over real, truncation ${setting}`)).toContain(percent(diversity));
      const copies = line(
        `nearer to a training digit than ${percent(nearCopies.mark)} of held-out ones, truncation ${setting}`,
      );
      expect(copies).toContain(`| ${percent(nearCopies.share)} |`);
    }
    const [trained] = read('digits-gan');
    expect(trained).toMatchObject({ setting: 1, nearCopies: { mark: 0.05, share: 0.076 } });
  });

  it('are there for every setting of either family', () => {
    expect(read('digits-gan').map(({ setting }) => setting)).toEqual([1, 0.7]);
    expect(read('digits').map(({ setting }) => setting)).toEqual([1, 1.5]);
  });
});

describe('a PNG that says something about itself', () => {
  // One black pixel.
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  );

  /** The chunks of a file by type; every checksum must hold. */
  function chunksOf(png: Uint8Array): [type: string, data: Uint8Array][] {
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const chunks: [string, Uint8Array][] = [];
    for (let at = 8; at < png.length;) {
      const length = view.getUint32(at);
      const content = png.subarray(at + 4, at + 8 + length);
      expect(view.getUint32(at + 8 + length)).toBe(crc32(content));
      chunks.push([new TextDecoder().decode(content.subarray(0, 4)), content.subarray(4)]);
      at += 12 + length;
    }
    return chunks;
  }

  it('has the text after its header, and its picture as it was', () => {
    const chunks = chunksOf(withText(pixel, 'Description', 'größer, 大'));
    expect(chunks.map(([type]) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    expect(new TextDecoder().decode(chunks[1]![1])).toBe('Description\0\0\0\0\0größer, 大');
    expect([...inflateSync(chunks[2]![1])]).toEqual([0, 0]);
  });
});
