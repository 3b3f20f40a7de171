/**
 * Makes a pause that lets waiting messages in. By a message to itself: the WASM backend never leaves its thread by its own
 * doing, and timers wait 4 ms.
 */
export function createBreath(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | undefined;
  port1.onmessage = () => resume?.();
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    });
}
