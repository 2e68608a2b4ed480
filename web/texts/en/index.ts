export { app, freeBench } from "./app";
export { controls } from "./controls";
export { cost } from "./cost";
export { fieldName, intervalInWords, sentence } from "./errors";
export { choices, csv, experiment, featureName, fields, sources } from "./experiment";
export { keep } from "./keep";
export { plane } from "./plane";
export { stopped, transport } from "./transport";
