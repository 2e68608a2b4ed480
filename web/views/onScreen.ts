/** Whether a view's picture is on screen, and how large: updates its host when either changes. A view that is
 *  not on screen wants nothing. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class OnScreen implements ReactiveController {
  visible = false;
  width = 0; // CSS pixels, of the content box
  height = 0;
  density = 1; // device pixels in a CSS pixel

  #measured?: Element;
  readonly #sizes = new ResizeObserver(([entry]) => this.#sized(entry.contentRect));
  readonly #sight = new IntersectionObserver((entries) => this.#seen(entries[entries.length - 1].isIntersecting));

  /** @param left  called when it is no longer on screen */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly left: () => void,
  ) {
    host.addController(this);
  }

  /** The element whose size and visibility count; cheap to call at every update. */
  measure(element: Element): void {
    if (element === this.#measured) return;
    this.#release();
    this.#measured = element;
    this.#sizes.observe(element);
    this.#sight.observe(element);
    setTimeout(() => element === this.#measured && this.#look(element));
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
    this.#seen(false);
  }

  /** The observers speak only after a frame has been painted, which is late for the first picture. */
  #look(element: Element): void {
    const { clientWidth: width, clientHeight: height } = element;
    const { top, bottom } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || bottom < 0 || top > innerHeight) return;
    this.#sized({ width, height });
    this.#seen(true);
  }

  /** In whole pixels, whoever measured: a canvas of other sizes would be blurred. */
  #sized(content: { width: number; height: number }): void {
    const [width, height] = [Math.round(content.width), Math.round(content.height)];
    if (width === this.width && height === this.height && devicePixelRatio === this.density) return;
    Object.assign(this, { width, height, density: devicePixelRatio });
    this.host.requestUpdate();
  }

  #release(): void {
    this.#sizes.disconnect();
    this.#sight.disconnect();
    this.#measured = undefined;
  }

  #seen(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (!visible) this.left();
    this.host.requestUpdate();
  }
}
