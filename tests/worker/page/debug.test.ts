import { describe, expect, it, vi } from 'vitest';
import { debugLog, withoutArrays } from '../../../src/worker/page/debug.ts';

describe('the log of messages', () => {
  it('is there only where the query asks for it', () => {
    expect(debugLog('?seed=1')).toBeUndefined();
    expect(debugLog(undefined)).toBeUndefined();
    const print = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    debugLog('?seed=1&debug')?.('asked', { type: 'cancel', id: 1 });
    expect(print.mock.calls).toEqual([['worker asked', { type: 'cancel', id: 1 }]]);
    print.mockRestore();
  });

  it('says how long arrays are, and not what they hold', () => {
    const message = { told: [{ index: 1, x: { data: new Float32Array(784), shape: [1, 1, 28, 28] }, step: null }] };
    expect(withoutArrays(message)).toEqual({
      told: [{ index: 1, x: { data: 'Float32Array(784)', shape: [1, 1, 28, 28] }, step: null }],
    });
  });
});
