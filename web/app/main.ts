/** The page: one bench that fills it. */
import "./backpropLab";

const page = new CSSStyleSheet();
page.replaceSync(`
  html, body { height: 100%; margin: 0; }
  body { overflow: hidden; }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
