/** The page's words. Another language is one more folder of the same shape beside en/. */
import * as en from "./en";

export type Texts = typeof en;
export const texts: Texts = en;
export const { sentence, fieldName, intervalInWords } = en;
