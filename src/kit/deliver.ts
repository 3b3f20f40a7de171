/** A text that could not be put on the clipboard: it is shown instead, to be copied by hand. */
export class NotCopied extends Error {
  override readonly name = 'NotCopied';
  constructor(
    readonly text: string,
    cause: unknown,
  ) {
    super('the clipboard is not allowed', { cause });
  }
}

/**
 * Puts a text on the clipboard. Some browsers allow that only at once after a click: a text that takes time to make is
 * handed over as a promise.
 * @throws NotCopied where there is no clipboard (plain http) or the browser does not allow it; whatever the text throws.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  try {
    // Absent where the page did not come over https, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) throw new Error('there is no clipboard');
    if (typeof text === 'string') await clipboard.writeText(text);
    else if (typeof ClipboardItem === 'undefined') await clipboard.writeText(await text);
    else await clipboard.write([new ClipboardItem({ 'text/plain': text.then((made) => new Blob([made], plain)) })]);
  } catch (error) {
    throw new NotCopied(await text, error);
  }
}

const plain = { type: 'text/plain' };

/** Hands a file to the visitor. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; an address that lives on keeps the file in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** An iframe that shows a recipe: `address` is that of the embed's page with the recipe in its query. */
export function iframeOf(address: string, title: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="320" height="400" loading="lazy" style="border: 0"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
