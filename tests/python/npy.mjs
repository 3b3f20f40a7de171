/**
 * The float32 values of an array that numpy saved (format 1.0, C order).
 * @param {Buffer} bytes
 */
export function readNpy(bytes) {
  const length = bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, 10 + length);
  if (!header.includes("'<f4'") || !header.includes("'fortran_order': False")) throw new Error(`not read: ${header}`);
  const data = bytes.subarray(10 + length);
  return Float32Array.from({ length: data.length / 4 }, (_, i) => data.readFloatLE(4 * i));
}
