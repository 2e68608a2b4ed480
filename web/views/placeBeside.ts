/** Puts a fixed element beside what it belongs to: at its right, else at its left, else at the foot of the page. */
export function placeBeside(element: HTMLElement, anchor: DOMRect): void {
  const gap = 8;
  const { width, height } = element.getBoundingClientRect();
  const right = anchor.right + gap;
  const left = anchor.left - gap - width;
  const top = Math.max(gap, Math.min(anchor.top + anchor.height / 2 - height / 2, innerHeight - height - gap));
  const beside = right + width + gap <= innerWidth ? right : left >= gap ? left : undefined;
  element.style.left = `${beside ?? Math.max(gap, (innerWidth - width) / 2)}px`;
  element.style.top = `${beside === undefined ? Math.max(gap, innerHeight - height - gap) : top}px`;
}
