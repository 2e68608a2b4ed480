/** Words of keeping: files, links, the clipboard. */
export const keep = {
  save: "Save",
  saveFile: "Save as a file",
  openFile: "Open a file …",
  copyText: "Copy as text",
  openText: "Open from text …",
  fileType: ".backprop.json",
  shareHeading: "A link to this experiment",
  shareText:
    "The link holds the whole experiment: points, settings, changes. They stand after the #, which browsers send to no server.",
  linkCopied: "Copied: a link that holds this experiment.",
  noAddress:
    "This page stands in a frame and has no address of its own to link to. Save, Copy as text keeps the experiment.",
  linkTooLong: (length: string, limit: string) =>
    `This experiment is too large for a link: it would have ${length}, and links of more than ${limit} get lost on their way. Save it as a file instead.`,
  textCopied: "Copied: this experiment as text. Paste it under Save, Open from text.",
  saveHeading: "This experiment as text",
  saveText:
    "This page may not save files here (it stands in a sandbox). Copy the text and keep it in a file whose name ends in .backprop.json.",
  copyHeading: "Copy this text",
  copyHint: "The browser does not let this page copy by itself: the text is selected, press Ctrl C.",
  pasteHeading: "Open an experiment from text",
  pasteText: "Paste the text of an experiment that was saved or copied here.",
  pasteLabel: "Text of an experiment",
  unread: "The experiment that could not be opened is kept aside until you dismiss this.",
  notRemembered:
    "This experiment is too large to be remembered here (2,000,000 characters are the limit). Save it as a file.",
  copy: "Copy",
  copied: "Copied",
  open: "Open",
};
