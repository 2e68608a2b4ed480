/** All controls, registered; but for the dialog, which no first picture needs. */
export { LabChoice, type Option } from "./labChoice";
export { LabMenu, type MenuItem } from "./labMenu";
export { LabNumber } from "./labNumber";
export { LabSegments } from "./labSegments";
export { LabToggle } from "./labToggle";
export { ValueEvent } from "./valueEvent";
