/** The bench: how it compares, and what it concludes, also from figures that say nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frameMark, framesOf } from "../bench/frames.js";
import { median, medianRatio, race } from "../bench/measure.js";
import { verdicts, verdictTable } from "../bench/report.js";

/** Of every contestant the same rate in each of three rounds. */
function row(network, batch, rates) {
  const rounds = Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, [rate, rate, rate]]));
  return { network, batch, rates, rounds };
}

const rates = (objects) => ({
  "Backprop Lab, double": 2000,
  "Backprop Lab, single": 5000,
  "objects (playground's manner)": objects,
  "convnetjs 0.3.0": 80,
  "convnetjs 0.3.0, its clock stopped": 100,
});

const frames = { frames: 300, tasks: 900, stepsPerSecond: 4000, lateFramesOfOurs: 0, longTasks: 0 };

const missed = (figures) =>
  verdicts(figures)
    .filter(({ met }) => !met)
    .map(({ what }) => what);

test("the baseline has a verdict in each place: the geometric mean of both batches at 2-8-8-1", () => {
  const rowsOf = (mini, full) => [
    row("2-4-2-1", "10", rates(900)),
    row("2-8-8-1", "10", rates(mini)),
    row("2-8-8-1", "full", rates(full)),
  ];
  const training = { node: rowsOf(50, 200), Chromium: rowsOf(200, 100) };
  const [node, Chromium] = verdicts({ training });
  assert.match(node.what, /^node, a fair baseline/);
  assert.ok(Math.abs(node.value - 1) < 1e-12);
  assert.equal(node.asked, "0.6 to 1.1");
  assert.equal(node.met, true);
  assert.ok(Math.abs(Chromium.value - Math.SQRT2) < 1e-12);
  assert.equal(Chromium.met, false);
  assert.match(verdictTable([Chromium]), /Chromium, a fair baseline.* 1\.41 +0\.6 to 1\.1 +MISSED/);
});

test("a baseline that was not measured is not fair", () => {
  const [{ what, met }] = verdicts({ training: { node: [row("2-32-32-1", "10", rates(100))] } });
  assert.match(what, /a fair baseline/);
  assert.equal(met, false);
});

test("training is judged by the median of the rounds' ratios, at 2-8-8-1 and 2-32-32-1", () => {
  const uneven = row("2-32-32-1", "full", rates(100));
  // The machine was busy in the second round, and in the third with ours alone.
  uneven.rounds["Backprop Lab, double"] = [2000, 500, 100];
  uneven.rounds["objects (playground's manner)"] = [100, 25, 100];
  const training = { node: [row("2-4-2-1", "10", rates(900)), row("2-8-8-1", "10", rates(100)), uneven] };
  const found = verdicts({ training }).filter(({ what }) => what.includes("Backprop Lab"));
  assert.equal(found.length, 8);
  const judged = found.find(({ what }) => what.startsWith("node, 2-32-32-1") && /double \/ objects/.test(what));
  assert.deepEqual([judged.value, judged.met], [20, true]);
});

test("kernels and the field are judged in node and in Chromium", () => {
  const kernels = [{ what: "2-8-8-1", rates: {}, ratios: { node: 0.9, Chromium: 0.8 } }];
  const field = { node: { ratio: 49 }, Chromium: { ratio: 51 } };
  assert.equal(verdicts({ kernels, field }).length, 4);
  assert.deepEqual(missed({ kernels, field }), [
    "Chromium, WebAssembly / native: 2-8-8-1",
    "node, field of 512², coloured / objects' outputs alone",
  ]);
});

test("budgets of bytes and the first boundary are judged", () => {
  const weights = [{ what: "hosted, first load", gzip: 150_001, budget: 150_000 }];
  assert.deepEqual(missed({ firstBoundary: 501, weights }), [
    "First boundary on screen, from disk (ms)",
    "hosted, first load, after gzip (kB)",
  ]);
  weights[0].gzip = 150_000;
  assert.deepEqual(missed({ firstBoundary: 500, weights }), []);
});

test("frames pass only where frames and tasks were seen, and the page trained", () => {
  assert.deepEqual(missed({ frames }), []);
  for (const [change, failing] of [
    [{ stepsPerSecond: 0 }, 1],
    [{ stepsPerSecond: Number.NaN }, 1],
    [{ lateFramesOfOurs: 1 }, 1],
    [{ longTasks: 1 }, 1],
    [{ frames: 0 }, 2],
    [{ tasks: 0 }, 2],
  ]) {
    assert.equal(missed({ frames: { ...frames, ...change } }).length, failing, JSON.stringify(change));
  }
});

test("a late frame is ours by the processor time of the thread that marked it", () => {
  const page = { pid: 7, tid: 1 };
  const mark = (milliseconds, work) => ({ name: frameMark, ...page, ts: 1000 * milliseconds, tts: 1000 * work });
  const task = (thread, work) => ({ name: "RunTask", ...thread, ts: 0, tts: 0, dur: 90_000, tdur: 1000 * work });
  const found = framesOf([
    mark(0, 0),
    mark(16, 10), // in time
    mark(56, 14), // late, but not by ours
    mark(86, 40), // late by ours
    task(page, 26),
    task(page, 10),
    task({ pid: 8, tid: 1 }, 80),
    { ...task(page, 80), name: "ThreadControllerImpl::RunTask" }, // the same task, once more
  ]);
  assert.deepEqual(found, {
    frames: 3,
    medianFrame: 30,
    lateFrames: 2,
    lateFramesOfOurs: 1,
    mostWork: 26,
    tasks: 2,
    longTasks: 1,
    longestTask: 26,
  });
});

test("a trace without marks saw no frame and no task", () => {
  const { frames: seen, tasks } = framesOf([{ name: "RunTask", pid: 7, tid: 1, ts: 0, tts: 0, dur: 5, tdur: 5 }]);
  assert.deepEqual([seen, tasks], [0, 0]);
});

test("contestants take turns, and are compared within each round", async () => {
  const turns = [];
  const contestant = (name) => ({
    name,
    rate() {
      turns.push(name);
      return name === "a" ? turns.length : 2 * (turns.length - 1);
    },
  });
  const rates = await race([contestant("a"), contestant("b")], { rounds: 2, milliseconds: 1 });
  assert.deepEqual(turns, ["a", "b", "a", "b", "a", "b"]);
  assert.deepEqual(rates.get("a"), [3, 5]);
  assert.deepEqual(rates.get("b"), [6, 10]);
  assert.equal(medianRatio(rates.get("a"), rates.get("b")), 0.5);
  assert.equal(median([3, 1, 2]), 2);
});
