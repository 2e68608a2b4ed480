/** Files of experiments and tables: saved, copied, opened; and what to do where a sandbox forbids it. */
import type { Outcome } from "../engine/protocol";

/** Largest file that is read, in bytes. */
export const maxFileSize = 64 << 20;

/** A name for a file: "backprop-lab-2026-11-23.backprop.json". @param date  of today */
export function fileName(date: Date, ending: string): string {
  return `backprop-lab-${date.toISOString().slice(0, 10)}${ending}`;
}

/** Whether downloads can be expected to work: a frame without an origin is a sandbox, which forbids them silently. */
export function mayDownload(page: Window = window): boolean {
  return page.self === page.top || page.origin !== "null";
}

export function download(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @return  whether it is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Asks for a file. Never resolves to one that the person did not choose; on cancelling, to nothing. */
export function chooseFile(accept: string): Promise<File | undefined> {
  const input = Object.assign(document.createElement("input"), { type: "file", accept });
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

/** The text of a file. A byte order mark is kept away; what is no UTF-8 is read as Windows-1252, as old spreadsheets write. */
export async function readText(file: Blob): Promise<Outcome<string>> {
  if (file.size > maxFileSize) {
    const allowed = `${maxFileSize >> 20} MB`;
    return { error: { code: "tooLarge", field: "file", value: `${Math.ceil(file.size / (1 << 20))} MB`, allowed } };
  }
  try {
    const bytes = await file.arrayBuffer();
    return { value: decode(bytes) };
  } catch {
    return { error: { code: "malformed", field: "file", value: "", allowed: "a file that can be read" } };
  }
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
