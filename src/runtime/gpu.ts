import type * as Ort from 'onnxruntime-web';
import type { Backend } from '../contract/backend.ts';

/** What is known of the GPU in use. */
export interface Gpu {
  /** The name it gives itself, where it does. */
  readonly device: string | null;
  /** Settles, with the reason, when it is lost; never on WASM. */
  readonly lost: Promise<string>;
}

/** The device that ONNX Runtime made for itself; call after a session was made. */
export async function gpuOf({ env }: typeof Ort, backend: Backend): Promise<Gpu> {
  if (backend === 'wasm') return { device: null, lost: new Promise(() => undefined) };
  const device = await env.webgpu.device;
  const { description, vendor, architecture } = device.adapterInfo;
  const name = description || [vendor, architecture].filter(Boolean).join(' ');
  return {
    device: name || null,
    lost: device.lost.then(({ reason, message }) => `${reason}: ${message}`),
  };
}
