/** The page: one bench that fills it. */
import "./backpropLab";

const page = new CSSStyleSheet();
page.replaceSync(`
  html, body { height: 100%; margin: 0; }
  body { background: #f7f6f2; overflow: hidden; }
  @media (prefers-color-scheme: dark) { body { background: #16191d; } }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
