/** Points drawn by mouse, touch and keyboard; undone and redone. */
import type { Page } from "@playwright/test";
import { expect, test } from "./bench";

const picture = (page: Page) => page.locator("lab-plane .picture");
const chooseTool = (page: Page, name: string) =>
  page
    .getByRole("radio", { name, exact: true })
    .or(page.getByRole("button", { name, exact: true }))
    .first()
    .click();

test("a click adds a point of the class, and undo takes it away", async ({ open, page }) => {
  const bench = await open();
  const before = await bench.rows();
  await chooseTool(page, "Draw");
  await picture(page).click({ position: { x: 60, y: 60 } });
  await expect.poll(() => bench.rows()).toBe(before + 1);
  await bench.button(/^Undo/).click();
  await expect.poll(() => bench.rows()).toBe(before);
  await bench.button(/^Redo/).click();
  await expect.poll(() => bench.rows()).toBe(before + 1);
});

test("a brush stroke of the mouse is one undo", async ({ open, page }) => {
  const bench = await open();
  const before = await bench.rows();
  await chooseTool(page, "Brush");
  const box = (await picture(page).boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 200, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => bench.rows()).toBeGreaterThan(before + 3);
  await bench.button(/^Undo/).click();
  await expect.poll(() => bench.rows()).toBe(before);
});

test("a point is dragged, and erased", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) =>
    lab.open({
      spec: {
        data: {
          source: "table",
          table: { columns: ["x1", "x2"], values: [-2, -2, 0, 0, 2, 2], targets: [0, 1, 0], classes: ["A", "B"] },
        },
      },
    }),
  );
  await expect.poll(() => bench.rows()).toBe(3);
  const box = (await picture(page).boundingBox())!;
  await chooseTool(page, "Move");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 50, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await bench.describe()).table.values[2]).toBeGreaterThan(0.2);
  await chooseTool(page, "Erase");
  await page.mouse.click(box.x + box.width / 2 + 50, box.y + box.height / 2);
  await expect.poll(() => bench.rows()).toBe(2);
});

test("the keyboard draws: arrows move the crosshair, Enter acts there, digits choose the class", async ({
  open,
  page,
}) => {
  const bench = await open();
  const before = await bench.rows();
  await chooseTool(page, "Draw");
  await picture(page).focus();
  await page.keyboard.press("2");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => bench.rows()).toBe(before + 1);
  const { table } = await bench.describe();
  expect(table.targets.at(-1)).toBe(1);
  expect(await bench.stepNumber()).toBe(0); // the arrow was not a step
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test("a stroke of a finger sprays points, and scrolls nothing", async ({ open, page }) => {
    const bench = await open();
    const before = await bench.rows();
    await page.getByRole("navigation").getByRole("button", { name: "Plane" }).click();
    await chooseTool(page, "Brush");
    const box = (await picture(page).boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    await touch("touchStart", box.x + 40, box.y + 40);
    for (let i = 1; i <= 12; i++) await touch("touchMove", box.x + 40 + 12 * i, box.y + 40 + 8 * i);
    await touch("touchEnd", 0, 0);
    await expect.poll(() => bench.rows()).toBeGreaterThan(before + 3);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await bench.trainTo(20);
  });
});
