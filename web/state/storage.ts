/** The browser's storage, which may be refused (private windows, sandboxes) or full. */

/** Under which the last experiment is remembered. */
export const memoryKey = "backprop-lab";
/** Under which stands what was remembered and could not be opened, until the person lets it go. */
export const unreadKey = "backprop-lab-unread";

/** Reading and writing that never throw. */
export function guardedStorage(): { read(key: string): string | undefined; write(key: string, text?: string): void } {
  return {
    read(key) {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      try {
        if (text === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Refused or full: not remembered.
      }
    },
  };
}
