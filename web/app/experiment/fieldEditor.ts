/** Setting fields of the spec from the panel: drags keep up with the engine, refusals are kept beside their control. */
import { type Signal, signal } from "@preact/signals-core";
import type { LabError, Spec } from "../../engine/protocol";
import type { Setting } from "../../state/combinations";
import { Drags } from "../../state/drags";
import type { Lab } from "../../state/lab";

export class FieldEditor {
  /** By field; what the core said to the last value that it refused. */
  readonly errors: Signal<ReadonlyMap<string, LabError>> = signal(new Map());
  readonly #drags = new Drags<string, unknown>((field, value, merge) => this.#send(field, value, merge));

  constructor(private readonly lab: Lab) {}

  /** Sets a field. While one value is under way the next ones wait, and only the last of them is sent.
   *  @param merge  a further piece of one gesture */
  set(field: string, value: unknown, merge = false): Promise<void> {
    return this.#drags.push(field, value, merge);
  }

  /** Sets several fields as one action, the one that was chosen last. @return  whether it was taken; if not, nothing has
   *  changed */
  async setAll(settings: readonly Setting[]): Promise<boolean> {
    const error = await this.lab.setAll(settings);
    this.#note(settings.at(-1)![0], error);
    return !error;
  }

  async #send(field: string, value: unknown, merge: boolean): Promise<boolean> {
    const same = JSON.stringify(value) === JSON.stringify(valueAt(this.lab.description.value.spec, field));
    const error = same ? undefined : await this.lab.change({ kind: "set", field, value }, merge);
    this.#note(field, error);
    return !same && !error;
  }

  /** Beside its control an error needs no bar. */
  #note(field: string, error: LabError | undefined): void {
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
