/** A small setting that may outlive the visit. */
export interface Remembered {
  get(): string | null;
  set(value: string): void;
}

/** A setting that outlives the visit where the browser allows it, and is simply not kept where it does not. */
export function remembered(name: string): Remembered {
  const key = `playground:${name}`;
  return {
    get() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // Private modes and sandboxed frames refuse storage; the choice then lasts as long as the page.
      }
    },
  };
}
