/** The page's words, by rooms: `import * as texts from "../texts"`, which takes along only those that are used, so that a
 *  part of the page that is loaded later brings its own. Another language is one more folder of the same shape beside en/. */
export * from "./en";
