/** Makes a canvas as fine as the screen and lets its context draw in CSS pixels. Cleared where its size changes.
 *  @param width, height  of its box, in CSS pixels */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  const fine = window.devicePixelRatio || 1;
  const across = Math.max(1, Math.round(width * fine));
  const down = Math.max(1, Math.round(height * fine));
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  context.setTransform(fine, 0, 0, fine, 0, 0);
}
