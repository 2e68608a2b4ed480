import { failure as words } from "../texts";

/** What stands in the laboratory's place where it cannot start: what it needs, and what a host must allow.
 *  @param said  what the browser says */
export function failureCard(said: string): HTMLElement {
  const card = element(
    "div",
    element("h1", words.title),
    element("p", words.why),
    element("ul", element("li", words.policyLead, " ", element("code", words.policy)), element("li", words.files)),
    element("h2", words.said),
    element("p", element("code", said)),
  );
  card.className = "card failure";
  card.role = "alert";
  const message = element("div", card);
  message.className = "message";
  return message;
}

function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
