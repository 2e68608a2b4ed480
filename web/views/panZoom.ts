/** Dragging, pinching, turning the wheel and clicking on a picture, told as what they mean. Positions in pixels from
 *  the picture's top left. */

export interface Pixel {
  x: number;
  y: number;
}

export interface PanZoomListener {
  /** The pointer is there, or nowhere. */
  hovered(at: Pixel | undefined): void;
  panned(by: Pixel): void;
  /** @param factor  above 1: nearer */
  zoomed(factor: number, about: Pixel): void;
  /** Pressed and let go without a drag. */
  clicked(at: Pixel, event: PointerEvent): void;
}

const dragBegins = 4; // pixels
const wheelSpeed = 0.002; // of the logarithm, per pixel turned

export class PanZoom {
  readonly #pressed = new Map<number, Pixel>();
  #start?: Pixel;
  #dragging = false;

  constructor(
    private readonly picture: HTMLElement,
    private readonly listener: PanZoomListener,
  ) {
    picture.addEventListener("pointerdown", this.#down);
    picture.addEventListener("pointermove", this.#move);
    picture.addEventListener("pointerup", this.#up);
    picture.addEventListener("pointercancel", this.#cancel);
    picture.addEventListener("pointerleave", () => listener.hovered(undefined));
    picture.addEventListener("wheel", this.#wheel, { passive: false });
  }

  #at(event: MouseEvent): Pixel {
    const box = this.picture.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.picture.setPointerCapture(event.pointerId);
    this.#pressed.set(event.pointerId, this.#at(event));
    this.#dragging = this.#pressed.size > 1;
    this.#start = this.#at(event);
  };

  readonly #move = (event: PointerEvent): void => {
    const at = this.#at(event);
    const before = this.#pressed.get(event.pointerId);
    if (!before) {
      this.listener.hovered(at);
      return;
    }
    if (this.#start && Math.hypot(at.x - this.#start.x, at.y - this.#start.y) > dragBegins) this.#dragging = true;
    if (!this.#dragging) return;
    this.listener.hovered(undefined);
    const other = [...this.#pressed].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(before, at, other);
    else this.listener.panned({ x: at.x - before.x, y: at.y - before.y });
    this.#pressed.set(event.pointerId, at);
  };

  /** One finger moves, the other rests: nearer by how their distance grows, about the middle between them. */
  #pinch(before: Pixel, at: Pixel, other: Pixel): void {
    const apart = (point: Pixel) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.listener.panned({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
    this.listener.zoomed(apart(at) / apart(before), middle);
  }

  readonly #up = (event: PointerEvent): void => {
    const clicked = this.#pressed.delete(event.pointerId) && !this.#dragging;
    if (this.#pressed.size === 0) this.#dragging = false;
    if (clicked) this.listener.clicked(this.#at(event), event);
  };

  readonly #cancel = (event: PointerEvent): void => {
    this.#pressed.delete(event.pointerId);
    if (this.#pressed.size === 0) this.#dragging = false;
  };

  /** A bare wheel scrolls the page unless the picture has the focus; with Ctrl (and a pinch on a touchpad) it zooms. */
  readonly #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !this.picture.matches(":focus")) return;
    event.preventDefault();
    const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const speed = event.ctrlKey ? 4 * wheelSpeed : wheelSpeed;
    this.listener.zoomed(Math.exp(-Math.max(-200, Math.min(200, turned)) * speed), this.#at(event));
  };
}
