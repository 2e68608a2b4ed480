/** Setting fields of the spec from the panel: drags keep up with the engine, refusals are kept beside their control. */
import { type Signal, signal } from "@preact/signals-core";
import type { LabError, Spec } from "../../engine/protocol";
import type { Setting } from "../../state/combinations";
import type { Lab } from "../../state/lab";

interface Pending {
  value: unknown;
  merge: boolean;
}

export class FieldEditor {
  /** By field; what the core said to the last value that it refused. */
  readonly errors: Signal<ReadonlyMap<string, LabError>> = signal(new Map());
  private readonly pending = new Map<string, Pending>();
  private readonly underWay = new Set<string>();

  constructor(private readonly lab: Lab) {}

  /** Sets a field. While one value is under way the next ones wait, and only the last of them is sent.
   *  @param merge  a further piece of one gesture */
  async set(field: string, value: unknown, merge = false): Promise<void> {
    this.pending.set(field, { value, merge });
    if (this.underWay.has(field)) return;
    this.underWay.add(field);
    for (let next = this.take(field); next; next = this.take(field)) await this.send(field, next);
    this.underWay.delete(field);
  }

  /** Sets several fields as one action. @return  whether all of it was taken; if not, nothing has changed */
  async setAll(settings: readonly Setting[]): Promise<boolean> {
    for (const [i, [field, value]] of settings.entries()) {
      const error = await this.lab.change({ kind: "set", field, value }, i > 0);
      this.note(field, error);
      if (!error) continue;
      if (i > 0) await this.lab.undo();
      return false;
    }
    return true;
  }

  private take(field: string): Pending | undefined {
    const next = this.pending.get(field);
    this.pending.delete(field);
    return next;
  }

  private async send(field: string, { value, merge }: Pending): Promise<void> {
    if (JSON.stringify(value) === JSON.stringify(valueAt(this.lab.description.value.spec, field))) {
      this.note(field, undefined);
      return;
    }
    this.note(field, await this.lab.change({ kind: "set", field, value }, merge));
  }

  /** Beside its control an error needs no bar. */
  private note(field: string, error: LabError | undefined): void {
    if (error === undefined && !this.errors.value.has(field)) return;
    const errors = new Map(this.errors.value);
    if (error) errors.set(field, error);
    else errors.delete(field);
    this.errors.value = errors;
    const notice = this.lab.notice.value;
    if (error && notice?.kind === "error" && notice.error === error) this.lab.notice.value = undefined;
  }
}

/** The value of a field: "learner.rate". */
export function valueAt(spec: Spec, field: string): unknown {
  const [section, name] = field.split(".");
  return (spec as unknown as Record<string, Record<string, unknown>>)[section]?.[name];
}
