import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/contract/failure.ts';
import { readIndex } from '../../../src/features/training-neighbours/logic/read-index.ts';
import { indexFile, picturesHeader, redrawnHeader } from './files.ts';

const four = 4; // values of a picture

describe('an index', () => {
  it('of pictures is read as it was written', async () => {
    const pictures = Uint8Array.from({ length: 12 }, (_, i) => 20 * i);
    const index = await readIndex(indexFile(picturesHeader, [Uint8Array.of(1, 0, 1), pictures]), four);
    expect(index).toMatchObject({ ...picturesHeader, labelOf: Uint8Array.of(1, 0, 1), pictures });
  });

  it('of pictures with a label each needs no yardstick and no places', async () => {
    const header = { kind: 'pictures', count: 3, labels: ['noto owl', 'noto red apple', 'flat owl'] };
    const index = await readIndex(indexFile(header, [new Uint8Array(12)]), four);
    expect(index).toMatchObject({ ...header, yardsticks: [], labelOf: new Uint8Array(), pictures: new Uint8Array(12) });
    expect(index.yardstick).toBeUndefined();
  });

  it('of pictures to be drawn again is read as it was written, signs included', async () => {
    const basis = Int8Array.of(1, -2, 3, -4, 5, -6, 7, -128);
    const codes = Int8Array.of(-1, 0, 1, 127, -127, 5);
    const gaps = Uint8Array.of(40, 255, 0);
    const index = await readIndex(indexFile(redrawnHeader, [basis, codes, gaps]), four);
    expect(index).toMatchObject({ ...redrawnHeader, basis, codes, gaps });
  });

  const sections = [new Uint8Array(3), new Uint8Array(12)];
  const broken: [field: string, file: Uint8Array<ArrayBuffer>][] = [
    ['nearest.bytes', new Uint8Array()],
    ['nearest.bytes', Uint8Array.of(255, 255, 0, 0, 1)],
    ['nearest.(whole)', Uint8Array.of(1, 0, 0, 0, 65)],
    ['nearest.count', indexFile({ ...picturesHeader, count: 0 }, sections)],
    ['nearest.yardstick.distances', indexFile({ ...picturesHeader, yardstick: { heldOut: 1, same: 0 } }, sections)],
    ['nearest.kind', indexFile({ ...redrawnHeader, kind: 'else' }, sections)],
    ['nearest.found', indexFile({ ...redrawnHeader, found: 2 }, sections)],
    ['nearest.offsets', indexFile({ ...redrawnHeader, offsets: [0] }, [new Int8Array(8 + 6 + 3)])],
    ['nearest.sections', indexFile(picturesHeader, sections.slice(1))],
    ['nearest.sections', indexFile(picturesHeader, sections).slice(0, -3)],
  ];
  it.each(broken)('with a broken %s is refused by name', async (field, file) => {
    const failure: unknown = await readIndex(file, four).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).code).toBe('manifest-invalid');
    expect((failure as Failure).detail['field']).toBe(field);
    expect((failure as Failure).detail['accepted']).not.toBe('');
  });
});
