/**
 * Lets the page paint and answer before work goes on.
 * @throws the signal's reason once it is aborted.
 */
export async function breath(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
