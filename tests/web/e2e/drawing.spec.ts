/** Points drawn by mouse, touch and keyboard; undone and redone. */
import type { Page } from "@playwright/test";
import { type Bench, expect, test } from "./bench";

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

/** Four points, A below and B above. */
const four = {
  columns: ["x1", "x2"],
  values: [-1, -1, 1, -1, -1, 1, 1, 1],
  targets: [0, 0, 1, 1],
  classes: ["A", "B"],
  test: [0, 0, 0, 0],
};
const openFour = (bench: Bench) =>
  bench.withLab((lab, table) => lab.open({ spec: { data: { source: "table", table } } }), four);

test("points in a rectangle are moved, given another class, and removed together", async ({ open, page }) => {
  const bench = await open();
  await openFour(bench);
  await chooseTool(page, "Move");
  const { x, y, width, height } = (await picture(page).boundingBox())!;
  const drag = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(x + from[0] * width, y + from[1] * height);
    await page.mouse.down();
    await page.mouse.move(x + to[0] * width, y + to[1] * height, { steps: 4 });
    await page.mouse.up();
  };
  await drag([0.03, 0.55], [0.97, 0.97]); // around the lower two
  await expect(page.getByText("2 points selected")).toBeVisible();
  const place = await bench.withLab((lab) => {
    const plane = document.querySelector("backprop-lab")!.shadowRoot!.querySelector("lab-plane") as unknown as {
      plot: { space: { x: [number, number]; y: [number, number] } };
    };
    const { x, y } = plane.plot.space;
    const { values } = lab.description.value.table;
    return [(values[0] - x[0]) / (x[1] - x[0]), (y[1] - values[1]) / (y[1] - y[0])] as [number, number];
  });
  await drag(place, [place[0], place[1] - 0.1]);
  await expect.poll(async () => (await bench.describe()).table.values[1]).toBeGreaterThan(-0.95);
  const { values } = (await bench.describe()).table;
  expect(values[3]).toBeCloseTo(values[1], 12); // the other one went along
  expect([...Array.from(values).slice(4)]).toEqual(four.values.slice(4)); // and the upper two did not
  await page.getByRole("radio", { name: "Class B" }).click();
  await expect.poll(async () => Array.from((await bench.describe()).table.targets)).toEqual([1, 1, 1, 1]);
  await picture(page).press("Delete");
  await expect.poll(() => bench.rows()).toBe(2);
  for (const rows of [4, 4, 4]) {
    await bench.button("Undo").click();
    await expect.poll(() => bench.rows()).toBe(rows);
  }
  await expect.poll(async () => Array.from((await bench.describe()).table.values)).toEqual(four.values);
});

test("the table of points is edited by keyboard", async ({ open, page }) => {
  const bench = await open();
  await openFour(bench);
  await bench.button("Table …").click();
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("2,5");
  await page.keyboard.press("Enter"); // and one down
  await page.keyboard.press("F2");
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Point 2, x2 must be a number from −1e9 to 1e9, not “nonsense”.")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await expect.poll(() => bench.rows()).toBe(3);
  const { table } = await bench.describe();
  expect(Array.from(table.values)).toEqual([-1, 2.5, 1, -1, 1, 1]);
  await bench.button("Add a point").click();
  await expect.poll(() => bench.rows()).toBe(4);
});

test("other columns are shown, and the inputs that are not are held where one says", async ({ open, page }) => {
  const bench = await open();
  await bench.button("Iris (Fisher 1936)").click();
  await page.getByRole("combobox", { name: "Across" }).selectOption({ label: "petal length (cm)" });
  await page.getByRole("combobox", { name: "Up" }).selectOption({ label: "petal width (cm)" });
  await expect(page.getByText(/sepal length \(cm\) 5\.\d+, sepal width \(cm\) 3\.\d+/)).toBeVisible();
  await bench.withLab((lab) => {
    lab.pointed.value = { kind: "row", row: 100 };
  });
  await page.getByRole("combobox", { name: "Held at" }).selectOption({ label: "point 101" });
  const heldAt = page.getByText("sepal length (cm) 6.3, sepal width (cm) 3.3");
  await expect(heldAt).toBeVisible();
  await bench.withLab((lab) => lab.change({ kind: "removePoints", rows: [3, 7] }));
  await expect(heldAt).toBeVisible();
  expect(await bench.withLab((lab) => [lab.view.value.held, lab.pointed.value])).toEqual([
    98,
    { kind: "row", row: 98 },
  ]);
  await page.getByRole("combobox", { name: "Up" }).selectOption({ label: "petal length (cm)" }); // the two change places
  expect(await bench.withLab((lab) => lab.view.value.planeColumns)).toEqual([3, 2]);
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
