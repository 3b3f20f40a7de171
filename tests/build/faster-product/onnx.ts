import { encodeNumber } from '../../../src/build/faster-product/bytes.ts';

/** What an operator is told besides its inputs. */
type Attributes = Readonly<Record<string, number | readonly number[]>>;

/**
 * An ONNX file of one operator on float32 inputs of any shape, with the output "y".
 * The numbers are the fields of onnx.proto (ONNX 1.16): https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 * @param ranks number of dimensions of each input, by its name
 */
export function oneOperator(operator: string, ranks: Readonly<Record<string, number>>, attributes: Attributes = {}) {
  const names = Object.keys(ranks);
  const node = message(
    ...names.map((name) => field(1, name)),
    field(2, 'y'),
    field(4, operator),
    ...Object.entries(attributes).map(([name, value]) => field(5, attribute(name, value))),
  );
  const graph = message(
    field(1, node),
    field(2, 'graph'),
    ...names.map((name) => field(11, tensor(name, ranks[name] ?? 0))),
    field(12, message(field(1, 'y'))),
  );
  const operatorSet = message(field(1, ''), field(2, 17));
  return message(field(1, 8), field(7, graph), field(8, operatorSet));
}

const floats = 1;
const kind = { float: 1, integer: 2, integers: 7 };

function attribute(name: string, value: number | readonly number[]): Buffer {
  if (typeof value !== 'number') {
    return message(field(1, name), ...value.map((each) => field(8, each)), field(20, kind.integers));
  }
  if (Number.isInteger(value)) return message(field(1, name), field(3, value), field(20, kind.integer));
  return message(field(1, name), floatField(2, value), field(20, kind.float));
}

function tensor(name: string, rank: number): Buffer {
  const dimensions = Array.from({ length: rank }, (_, index) => field(1, message(field(2, `${name}${index}`))));
  const type = message(field(1, floats), field(2, message(...dimensions)));
  return message(field(1, name), field(2, message(field(1, type))));
}

const message = (...fields: readonly Buffer[]) => Buffer.concat(fields);

/** A field as protobuf writes it: a number, or bytes with their length in front. */
function field(id: number, value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return Buffer.concat([number(id * 8), number(value)]);
  const bytes = Buffer.from(value as string);
  return Buffer.concat([number(id * 8 + 2), number(bytes.length), bytes]);
}

function floatField(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([number(id * 8 + 5), bytes]);
}

function number(value: number): Buffer {
  return Buffer.from(encodeNumber(value));
}
