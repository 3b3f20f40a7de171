/** Puts a text on the clipboard. Rejects where the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

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
