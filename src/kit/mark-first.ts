/** Marks the first time something is painted, for whoever measures the page. */
export function markFirst(name: string): void {
  if (performance.getEntriesByName(name).length > 0) return;
  requestAnimationFrame(() => performance.mark(name));
}
