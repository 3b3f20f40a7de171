import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText, NotCopied } from '../../src/kit/deliver.ts';

afterEach(() => vi.unstubAllGlobals());

/** A clipboard that takes only what is handed over at once: as WebKit's after a click. */
function strictClipboard() {
  const held: string[] = [];
  let clicked = true;
  queueMicrotask(() => (clicked = false));
  const refuse = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly given: Record<string, Promise<Blob>>) {}
    },
  );
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: (text: string) => (clicked ? Promise.resolve(void held.push(text)) : refuse()),
      write: async ([item]: [{ given: Record<string, Promise<Blob>> }]) => {
        if (!clicked) return refuse();
        held.push(await (await item.given['text/plain'])!.text());
      },
    },
  });
  return held;
}

const later = (text: string) => new Promise<string>((resolve) => setTimeout(() => resolve(text), 5));

describe('a text for the clipboard', () => {
  it('that takes time is handed over at once, as a promise', async () => {
    const held = strictClipboard();
    await copyText(later('script'));
    expect(held).toEqual(['script']);
  });

  it('that is there is written', async () => {
    const held = strictClipboard();
    await copyText('link');
    expect(held).toEqual(['link']);
  });

  it.each([{}, { clipboard: { writeText: () => Promise.reject(new Error('no')) } }])(
    'comes back where it is not taken, to be selected: %j',
    async (navigator) => {
      vi.stubGlobal('navigator', navigator);
      const error: unknown = await copyText(later('link')).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(NotCopied);
      expect((error as NotCopied).text).toBe('link');
    },
  );

  it('that cannot be made says why', async () => {
    vi.stubGlobal('navigator', {});
    await expect(copyText(Promise.reject(new RangeError('no such script')))).rejects.toThrow('no such script');
  });
});
