/** What a trace of Chromium tells of a page's frames. The page marks each frame as it begins (performance.mark()). */
import { median } from "./measure.js";

export const frameMark = "bench frame";
const late = 25; // milliseconds: a frame at 40 Hz

/**
 * The events of the thread that marked the frames count alone. A frame is ours to answer for by the processor time that its
 * thread spent within it: a busy machine makes frames late, too.
 * @param {{name: string, pid: number, tid: number, ts: number, tts: number, dur?: number, tdur?: number}[]} events
 *   ts, dur: microseconds; tts, tdur: of its thread's processor time
 */
export function framesOf(events) {
  const marks = events.filter(({ name }) => name === frameMark).sort((a, b) => a.ts - b.ts);
  const frames = marks.slice(1).map(({ ts, tts }, i) => ({
    milliseconds: (ts - marks[i].ts) / 1000,
    work: (tts - marks[i].tts) / 1000,
  }));
  const tasks = events
    .filter(({ name, pid, tid }) => name === "RunTask" && pid === marks[0]?.pid && tid === marks[0]?.tid)
    .map(({ dur = 0, tdur = dur }) => tdur / 1000);
  const lateFrames = frames.filter(({ milliseconds }) => milliseconds > late);
  return {
    frames: frames.length,
    medianFrame: median(frames.map(({ milliseconds }) => milliseconds)),
    lateFrames: lateFrames.length,
    lateFramesOfOurs: lateFrames.filter(({ work }) => work > late).length,
    mostWork: Math.max(0, ...frames.map(({ work }) => work)),
    tasks: tasks.length,
    longTasks: tasks.filter((task) => task > late).length,
    longestTask: Math.max(0, ...tasks),
  };
}
