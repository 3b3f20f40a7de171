/**
 * The faster matrix product as WebAssembly text, written once for both kernels.
 *
 * It computes tiles of 4 rows x 8 columns of C. Such a tile keeps eight sums, two vectors of B and one value of A alive,
 * which fits the 16 vector registers of x64. The tiles of 2 x 16 in ONNX Runtime have eight sums too, but keep eight
 * vectors of B for the second row, so registers are spilled. Each element of C is the same sum in the same order: the
 * results are equal to the last bit.
 *
 * The parameters are those of KernelCall, in kernel.ts. A tile is half as wide as a strip of B.
 */
const rows = [0, 1, 2, 3];
const vectors = [0, 1];
const lanes = 4;
const bytesOf = { float: 4, vector: 16, tile: 32, strip: 64 };
/** So many products are added before the loop turns. */
const unrolled = 4;

const sums = rows.flatMap((row) => vectors.map((vector) => sumOf(row, vector)));
export const parameters =
  '(param $a i32) (param $b i32) (param $c i32) (param $depth i32) (param $rows i32) (param $columns i32) ' +
  '(param $strideOfA i32) (param $strideOfC i32) (param $alpha f32) (result i32)';
export const locals = [
  ...[...sums, 'b0', 'b1', 'valueOfA', 'factor', 'tail'].map((name) => `(local $${name} v128)`),
  ...[...rows.map((row) => `a${row}`), 'rowOfB', 'rowOfC', 'at', 'toGo', 'advance'].map(
    (name) => `(local $${name} i32)`,
  ),
].join('\n');

/** Does four rows and returns 4, where there are as many; else changes nothing and lets the code behind it run. */
export function fastPath(addsToC: boolean): string {
  return `
    (if (i32.ge_u ${get('rows')} ${int(rows.length)}) (then
      ${set('factor', `(f32x4.splat ${get('alpha')})`)}
      ${set('advance', int(bytesOf.tile))}
      (loop $tiles
        ${startTile()}
        ${sumProducts()}
        ${scale()}
        (if (i32.ge_u ${get('columns')} ${int(vectors.length * lanes)})
          (then ${eachRowOfC((row) => storeWhole(row, addsToC))})
          (else ${eachRowOfC((row) => storePart(row, addsToC))}))
        (if (i32.gt_u ${get('columns')} ${int(vectors.length * lanes)}) (then
          ${nextTile()}
          (br $tiles))))
      (return ${int(rows.length)})))`;
}

function startTile(): string {
  return [
    ...sums.map((sum) => set(sum, '(v128.const i32x4 0 0 0 0)')),
    ...rows.map((row) => set(`a${row}`, row === 0 ? get('a') : plusFloats(get(`a${row - 1}`), 'strideOfA'))),
    set('rowOfB', get('b')),
    set('toGo', get('depth')),
  ].join('\n');
}

/** Adds a column of A times a row of B, over the whole depth. */
function sumProducts(): string {
  const more = (count: number) => `(i32.ge_u ${get('toGo')} ${int(count)})`;
  const loop = (name: string, count: number) => `
    (if ${more(count)} (then (loop $${name}
      ${Array.from({ length: count }, (_, index) => addProduct(index)).join('\n')}
      ${rows.map((row) => set(`a${row}`, plus(get(`a${row}`), bytesOf.float * count))).join('\n')}
      ${set('rowOfB', plus(get('rowOfB'), bytesOf.strip * count))}
      ${set('toGo', plus(get('toGo'), -count))}
      (br_if $${name} ${more(count)}))))`;
  return loop('unrolled', unrolled) + loop('single', 1);
}

/** The product that lies so many steps ahead of where the pointers stand. */
function addProduct(ahead: number): string {
  const offsetInB = (vector: number) => ahead * bytesOf.strip + vector * bytesOf.vector;
  return [
    ...vectors.map((vector) => set(`b${vector}`, loadVector('rowOfB', offsetInB(vector)))),
    ...rows.flatMap((row) => [
      set('valueOfA', `(v128.load32_splat offset=${ahead * bytesOf.float} ${get(`a${row}`)})`),
      ...vectors.map((vector) => {
        const product = `(f32x4.mul ${get('valueOfA')} ${get(`b${vector}`)})`;
        return set(sumOf(row, vector), `(f32x4.add ${get(sumOf(row, vector))} ${product})`);
      }),
    ]),
  ].join('\n');
}

function scale(): string {
  return sums.map((sum) => set(sum, `(f32x4.mul ${get(sum)} ${get('factor')})`)).join('\n');
}

/** Code for each row of the tile, with $rowOfC at its first element. */
function eachRowOfC(store: (row: number) => string): string {
  return rows
    .map((row) => set('rowOfC', row === 0 ? get('c') : plusFloats(get('rowOfC'), 'strideOfC')) + store(row))
    .join('\n');
}

function storeWhole(row: number, addsToC: boolean): string {
  return vectors
    .map((vector) => storeVector('rowOfC', vector * bytesOf.vector, sumOf(row, vector), addsToC))
    .join('\n');
}

/** The last one to seven columns: a whole vector where there is one, then lane by lane. */
function storePart(row: number, addsToC: boolean): string {
  const storeLane = (lane: number) => {
    const offset = `offset=${lane * bytesOf.float}`;
    const value = `(f32x4.extract_lane ${lane} ${get('tail')})`;
    const sum = addsToC ? `(f32.add ${value} (f32.load ${offset} ${get('at')}))` : value;
    return `(if (i32.gt_u ${get('toGo')} ${int(lane)}) (then (f32.store ${offset} ${get('at')} ${sum})))`;
  };
  return `
    ${set('at', get('rowOfC'))}
    ${set('toGo', get('columns'))}
    ${set('tail', get(sumOf(row, 0)))}
    (if (i32.ge_u ${get('columns')} ${int(lanes)}) (then
      ${storeVector('at', 0, sumOf(row, 0), addsToC)}
      ${set('at', plus(get('at'), bytesOf.vector))}
      ${set('toGo', plus(get('toGo'), -lanes))}
      ${set('tail', get(sumOf(row, 1)))}))
    ${[0, 1, 2].map(storeLane).join('\n')}`;
}

/** To the other half of this strip of B, or to the first half of the next one: two tiles advance by a whole strip. */
function nextTile(): string {
  const wholeStrip = `(i32.mul ${get('depth')} ${int(bytesOf.strip)})`;
  return [
    set('b', `(i32.add ${get('b')} ${get('advance')})`),
    set('advance', `(i32.sub ${wholeStrip} ${get('advance')})`),
    set('c', plus(get('c'), bytesOf.tile)),
    set('columns', plus(get('columns'), -vectors.length * lanes)),
  ].join('\n');
}

function sumOf(row: number, vector: number): string {
  return `sum${row}${vector}`;
}

function storeVector(address: string, offset: number, sum: string, addsToC: boolean): string {
  const value = addsToC ? `(f32x4.add ${get(sum)} ${loadVector(address, offset)})` : get(sum);
  return `(v128.store offset=${offset} align=4 ${get(address)} ${value})`;
}

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const int = (value: number) => `(i32.const ${value})`;
const plus = (value: string, constant: number) => `(i32.add ${value} ${int(constant)})`;
const plusFloats = (address: string, count: string) => `(i32.add ${address} (i32.shl ${get(count)} ${int(2)}))`;
const loadVector = (address: string, offset: number) => `(v128.load offset=${offset} align=4 ${get(address)})`;
