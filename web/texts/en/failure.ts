/** Words of the card that stands in the laboratory's place where it cannot start. */
export const failure = {
  title: "The laboratory could not start",
  why: "It computes in WebAssembly. Here that, or one of the page’s own files, cannot be had.",
  policyLead: "A host that sets a Content-Security-Policy must allow in it, for the page’s own address:",
  policy: "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'",
  files: "A host must serve every file of the page, as it was built, beside it.",
  said: "What the browser says",
};
