import type { Level } from './denoiser.ts';
import type { Prediction } from './predictions.ts';
import type { RunOptions } from './run.ts';
import type { SamplerId } from './samplers/index.ts';
import { sizeOf, tensor } from '../tensor.ts';
import type { Shape, Tensor } from '../tensor.ts';

/** One run of another implementation, kept step by step (tests/golden/diffusers_traces.py writes them). */
export interface Trace {
  readonly name: string;
  readonly sampler: SamplerId;
  readonly options: Partial<RunOptions> & { readonly numSteps: number };
  readonly prediction: Prediction | 'flow';
  /** Every call of the network: the step it belongs to, its level, and 1 where noise was drawn in the call. */
  readonly calls: readonly (readonly [step: number, alpha: number, sigma: number, drew: number])[];
  readonly end: Level;
  /** Where set, the levels are those of the trace, which our schedules do not make. */
  readonly fromTrace: boolean;
  /** x before every step and after the last one, [numSteps + 1]. */
  readonly xs: readonly Tensor[];
  /** What the network said, call by call. */
  readonly outputs: readonly Tensor[];
  /** What was drawn, in order. */
  readonly noises: readonly Tensor[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A trace as it stands in the file: tensors as float32 in base64, one after another. */
export interface StoredTrace {
  readonly name: string;
  readonly sampler: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly prediction: string;
  readonly calls: readonly (readonly number[])[];
  readonly end: readonly number[];
  readonly fromTrace?: boolean;
  readonly xs: string;
  readonly outputs: string;
  readonly noises: string;
}

/** Unpacks a trace. Trusts the file: it is written by our own script. */
export function unpack(stored: StoredTrace, shape: Shape): Trace {
  const { sigmaMax, ...options } = stored.options;
  const [alpha = NaN, sigma = NaN] = stored.end;
  return {
    ...(stored as unknown as Trace),
    options: { ...options, ...(sigmaMax !== undefined && { sigmaMax: Number(sigmaMax) }) } as Trace['options'],
    end: { alpha, sigma },
    fromTrace: stored.fromTrace ?? false,
    xs: tensorsOf(stored.xs, shape),
    outputs: tensorsOf(stored.outputs, shape),
    noises: tensorsOf(stored.noises, shape),
  };
}

function tensorsOf(base64: string, shape: Shape): Tensor[] {
  const values = new Float32Array(decodeBase64(base64).buffer);
  const size = sizeOf(shape);
  return Array.from({ length: values.length / size }, (_, i) => tensor(shape, values.slice(i * size, (i + 1) * size)));
}

/** Bytes of base64 (RFC 4648). The engine has no DOM, and so no atob. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, held, filled] = [0, 0, 0];
  for (const letter of letters) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[filled++] = bits >> held;
  }
  return bytes;
}
