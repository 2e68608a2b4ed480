/** All controls, registered. */
export { LabChoice, type Option } from "./labChoice";
export { LabDialog } from "./labDialog";
export { LabMenu, type MenuItem } from "./labMenu";
export { LabNumber } from "./labNumber";
export { LabSegments } from "./labSegments";
export { LabToggle } from "./labToggle";
export { ValueEvent } from "./valueEvent";
