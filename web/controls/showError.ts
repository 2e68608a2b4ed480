/** Scrolls to a control's sentence of what was refused, which may have come below the edge of its panel. */
export function showError(root: ParentNode): void {
  root.querySelector(".error")?.scrollIntoView({ block: "nearest" });
}
