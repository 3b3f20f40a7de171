const { fround } = Math;

/** Numerator and denominator of log(1 + y), highest power first. */
const above = [0.02589979117907923, 0.3808837741388408, 1.4800006335765066, 2.112677543073053, 1, 0];
const below = [0.005875095403124574, 0.1546476374983907, 0.9864942958519419, 2.453006071784736, 2.6126775430731093, 1];

/**
 * The natural logarithm of a positive float32, bit for bit as numpy's vectorised code (AVX2 and AVX512F) has it: one in
 * ten differs from the true one in its last bit. numpy/_core/src/umath/loops_exponent_log.dispatch.c.src, simd_log_FLOAT.
 */
export function numpyLog(value: number): number {
  let exponent = Math.floor(Math.log2(value)) + 1;
  let mantissa = value / 2 ** exponent;
  if (mantissa <= fround(Math.SQRT1_2)) [mantissa, exponent] = [2 * mantissa, exponent - 1];
  const y = fround(mantissa - 1);
  // A product of two float32 is exact here, so that rounding its sum once is their fused multiply-add.
  const of = (powers: readonly number[]) => powers.reduce((sum, power) => fround(sum * y + fround(power)), 0);
  return fround(exponent * fround(Math.LN2) + fround(of(above) / of(below)));
}
