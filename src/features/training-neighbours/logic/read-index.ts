import { Failure } from '../../../contract/failure.ts';
import { parseIndexHeader, type IndexHeader } from '../../../contract/training-index.ts';
import { inflated } from '../../../session/packed-frames.ts';

type HeaderOf<Kind extends IndexHeader['kind']> = Extract<IndexHeader, { kind: Kind }>;

/** The pictures themselves, one byte a value (0 is -1, 255 is +1), planar, one after the other. */
export interface PicturesIndex extends HeaderOf<'pictures'> {
  /** Of each picture, its place among the labels; empty where each picture has a label of its own. */
  readonly labelOf: Uint8Array;
  readonly pictures: Uint8Array;
}

/** What finds candidates among pictures that are drawn again. */
export interface RedrawnIndex extends HeaderOf<'redrawn'> {
  /** 8-bit weights, one row a component. */
  readonly basis: Int8Array;
  /** The components of all pictures in units of `step`, one row a component. */
  readonly codes: Int8Array;
  /** Random numbers used from one picture's beginning to the next one's. */
  readonly gaps: Uint8Array;
}

export type TrainingIndex = PicturesIndex | RedrawnIndex;

/**
 * Reads what models/lib/nearest.py wrote: the header's length (uint32, little endian), the header, deflated sections.
 * @param size values of one picture
 * @throws Failure manifest-invalid, naming the field and what would be accepted.
 */
export async function readIndex(file: Uint8Array<ArrayBuffer>, size: number): Promise<TrainingIndex> {
  const refused = (field: string, value: string | number, accepted: string | number) =>
    new Failure('manifest-invalid', { field: `nearest.${field}`, value, accepted });
  const start = file.length < 4 ? 0 : 4 + new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  if (start === 0 || start > file.length) throw refused('bytes', file.length, 'a header and its sections');
  const header = parseIndexHeader(headerOf(file.subarray(4, start)));
  const content = await inflated(file.slice(start)).catch(() => new Uint8Array());
  const sizes = sectionsOf(header, size);
  const expected = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (content.length !== expected) throw refused('sections', content.length, expected);
  const [first, second, third] = split(content, sizes);
  if (header.kind === 'pictures') return { ...header, labelOf: first, pictures: second };
  if (header.offsets.length !== header.scales.length) throw refused('offsets', header.offsets.length, sizes.length);
  return { ...header, basis: signed(first), codes: signed(second), gaps: third };
}

/** The ids of the words of a picture, by its place. */
export function wordsAt({ labels, labelOf }: PicturesIndex, place: number): string[] {
  return (labels[labelOf[place] ?? place] ?? '').split(' ');
}

function headerOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

/** Bytes of each section: labels and pictures; or basis, codes and gaps. */
function sectionsOf(header: IndexHeader, size: number): [number, number, number] {
  if (header.kind === 'pictures') {
    const { count, labels } = header;
    return [labels.length === count ? 0 : count, count * size, 0];
  }
  const components = header.scales.length;
  return [components * size, components * header.count, header.count];
}

function split(content: Uint8Array, [first, second]: [number, number, number]): [Uint8Array, Uint8Array, Uint8Array] {
  return [content.subarray(0, first), content.subarray(first, first + second), content.subarray(first + second)];
}

const signed = (bytes: Uint8Array) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
