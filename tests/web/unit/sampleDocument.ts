import type { ExperimentDocument } from "../../../web/engine/protocol";

/** Numbers whose bits are easily lost. */
export const values = Float64Array.of(0.1 + 0.2, -0, 5e-324, 1.7976931348623157e308, -1 / 3);
/** A document as it could be kept; the core would not take it. */
export const document = {
  version: 1,
  spec: { data: { source: "table", table: { columns: ["x1"], values, targets: new Float64Array(5) } } },
  journal: [{ step: 3, change: { kind: "set", field: "learner.rate", value: 0.1 } }],
  step: 7,
} as unknown as ExperimentDocument;
