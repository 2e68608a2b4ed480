/** Whether a view's picture is on screen, and how large: updates its host when either changes. A view that is
 *  not on screen wants nothing. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class OnScreen implements ReactiveController {
  visible = false;
  width = 0; // CSS pixels, with its padding
  height = 0;
  density = 1; // device pixels in a CSS pixel

  #measured?: Element;
  #watched = false; // whether the observer of its sight has spoken
  readonly #sizes = new ResizeObserver(() => this.#look(this.#measured!));
  readonly #sight = new IntersectionObserver((entries) => {
    this.#watched = true;
    this.#seen(entries[entries.length - 1].isIntersecting);
  });

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
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
    this.#seen(false);
  }

  /** In whole pixels: a canvas of other sizes would be blurred. Sight is guessed until its own observer speaks: that is
   *  after a frame has been painted, which is late for the first picture. */
  #look(element: Element): void {
    const { clientWidth: width, clientHeight: height } = element;
    if (width !== this.width || height !== this.height || devicePixelRatio !== this.density) {
      Object.assign(this, { width, height, density: devicePixelRatio });
      this.host.requestUpdate();
    }
    if (this.#watched) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (width > 0 && height > 0 && bottom >= 0 && top <= innerHeight) this.#seen(true);
  }

  #release(): void {
    this.#sizes.disconnect();
    this.#sight.disconnect();
    this.#measured = undefined;
    this.#watched = false;
  }

  #seen(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (!visible) this.left();
    this.host.requestUpdate();
  }
}
