import { Failure } from '../contract/failure.ts';

/** @throws Failure download-failed, naming the address and what the server answered. */
export async function fetchJson(url: string): Promise<unknown> {
  const failed = (detail: object, cause?: unknown) => new Failure('download-failed', { url, ...detail }, { cause });
  const response = await fetch(url).catch((error: unknown) => {
    throw failed({ reason: String(error) }, error);
  });
  if (!response.ok) throw failed({ status: response.status });
  return response.json().catch((error: unknown) => {
    throw failed({ reason: String(error) }, error);
  });
}
