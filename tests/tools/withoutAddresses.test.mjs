/** In the one file, the page's script and the rest find each other without addresses. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageWithoutAddresses, restWithoutAddresses } from "../../tools/shipping/withoutAddresses.mjs";

const page = 'const a=1;class B{}const load=()=>import("./rest.js").then(r=>r.x);export{a as $,B as c};';
const rest = 'import{$ as one,c as C}from"./page.js";const two=one+1;export{two as x,C as y};';

test("what the page has is the rest's, and what the rest has comes when it is asked for", async () => {
  const given = {};
  const parts = { received: (exports) => Object.assign(given, exports), rest: async () => given };
  const run = (code) => new Function("backpropLabParts", code)(parts);
  run(pageWithoutAddresses(page, "rest.js").replace("const load", "this.load"));
  assert.deepEqual(Object.keys(parts.page), ["$", "c"]);
  run(restWithoutAddresses(rest, "page.js"));
  assert.deepEqual(given, { x: 2, y: parts.page.c });
});

test("an import of later asks for the rest", () => {
  assert.match(pageWithoutAddresses(page, "rest.js"), /load=\(\)=>backpropLabParts\.rest\(\)\.then/);
});

test("a variable that would change unseen is refused", () => {
  assert.throws(() => pageWithoutAddresses("let n=0;const f=()=>{n=1};export{n as a,f as b};"), /"n"/);
  for (const later of [
    "function f(){n++}",
    "const f=()=>{[n]=[1]}",
    "const f=()=>{({k:n}={k:1})}",
    "const f=()=>{for(n of[1]);}",
    "class f{k=n=1}",
  ]) {
    assert.throws(() => pageWithoutAddresses(`let n=0;${later};export{n as a,f as b};`), /"n"/, later);
  }
});

test("but not one that a function has of its own, or that is set at once", () => {
  for (const own of [
    "()=>{let n;n=1}",
    "n=>{n=1}",
    "({k:[n]})=>()=>{n++}",
    "()=>{for(const{n}of[]){n=1}}",
    "()=>{function n(){}n=1}",
    "()=>{try{}catch(n){n=1}}",
  ]) {
    assert.match(pageWithoutAddresses(`let n=0;n=1;const f=${own};export{n as a,f as b};`), /page=\{a:n,b:f\}/, own);
  }
  assert.throws(() => pageWithoutAddresses("let n=0;const f=()=>{const g=n=>n;n=1};export{n as a};"), /"n"/);
});

test("any other import or export is refused", () => {
  for (const code of [
    'import("./other.js")',
    'import{a}from"./rest.js"',
    'export*from"./rest.js"',
    "export const a=1",
    "export default 1",
  ]) {
    assert.throws(() => pageWithoutAddresses(code, "rest.js"), /Not what/, code);
  }
});
