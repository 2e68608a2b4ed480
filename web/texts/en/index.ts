export { controls } from "./controls";
export { fieldName, intervalInWords, sentence } from "./errors";
export { choices, csv, experiment, featureName, fields, sources } from "./experiment";
