/** Waits until the styles at an address hold in the shadow tree of a place: before, the widget would show bare. */
export function styledBy(place: HTMLElement, href: string): Promise<void> {
  const root = place.getRootNode() as ShadowRoot;
  if (root.querySelector(`link[href="${CSS.escape(href)}"]`) !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`no styles at ${href}`));
    };
    root.append(link);
  });
}
