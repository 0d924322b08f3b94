/* Drives the site in a frame of its own address: judges pages with axe, walks, searches, and tells what the frame loaded. */
"use strict";
const frame = document.getElementById("frame");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pause = ms => new Promise(done => setTimeout(done, ms));

function loaded(act) {
  return new Promise(done => { frame.addEventListener("load", () => done(), {once: true}); act(); });
}
async function open(path, width) {
  frame.style.width = width + "px";
  await loaded(() => { frame.src = "/" + path; });
  return frame.contentDocument;
}
async function judge(step) {
  const page = await open(step.path, step.width), inner = frame.contentWindow;
  await new Promise((done, fail) => {
    const script = page.createElement("script");
    script.src = "/__axe.js"; script.onload = done; script.onerror = fail;
    page.head.appendChild(script);
  });
  const found = await inner.axe.run(page, {runOnly: {type: "tag", values: standards}, resultTypes: ["violations"], elementRef: false});
  return {
    violations: found.violations.map(rule => rule.id + ": " + rule.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")),
    wide: page.documentElement.scrollWidth, dark: inner.matchMedia("(prefers-color-scheme: dark)").matches,
    loads: inner.performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith(location.origin)),
  };
}
async function walk(step) {
  let page = await open("index.html", 390), taps = 0;
  for (const words of step.taps) {
    const link = [...page.querySelectorAll("main a")].find(a => a.textContent.includes(words));
    if (!link) return {lost: words};
    await loaded(() => link.click());
    taps += 1;
    page = frame.contentDocument;
  }
  const first = page.getElementById("steg-1");
  return {taps, path: frame.contentWindow.location.pathname, step: first ? first.textContent : "", title: page.title};
}
async function search(step) {
  const page = await open("sok.html?q=" + encodeURIComponent(step.words), step.width || 390);
  const links = [...page.querySelectorAll("#sok-traffar a")], field = page.getElementById("sok");
  const press = key => page.activeElement.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", {key, bubbles: true}));
  const before = page.activeElement === field;
  press("ArrowDown");
  const at = page.activeElement === links[0];
  press("Escape");
  return {
    said: page.getElementById("sok-antal").textContent, focused: before, moved: at, back: page.activeElement === field,
    hits: links.map(a => a.getAttribute("href")), groups: [...page.querySelectorAll("#sok-traffar h2")].map(h => h.textContent),
  };
}
async function stems(step) {
  const page = await open("sok.html", 390);
  return step.words.map(word => frame.contentWindow.vbeStem(word));
}
/* Searches as people do: a letter at a time in the field of the search page, and tells what came of it. */
async function type(step) {
  const page = await open("sok.html", 390), inner = frame.contentWindow, field = page.getElementById("sok");
  const before = [...page.scripts].length;
  for (const letter of step.words) {
    field.value += letter;
    field.dispatchEvent(new inner.Event("input", {bubbles: true}));
  }
  for (let i = 0; i < 200 && !page.getElementById("sok-antal").textContent; i++) await pause(20);
  const links = [...page.querySelectorAll("#sok-traffar a")];
  const press = key => page.activeElement.dispatchEvent(new inner.KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  const walked = [];
  field.focus();
  for (let i = 0; i < 3; i++) { press("ArrowDown"); walked.push(page.activeElement.getAttribute("href")); }
  press("ArrowUp"); walked.push(page.activeElement.getAttribute("href"));
  press("Escape"); walked.push(page.activeElement.id);
  return {
    before, after: [...page.scripts].length, walked, said: page.getElementById("sok-antal").textContent,
    hits: links.map(a => a.getAttribute("href")), marked: [...page.querySelectorAll("#sok-traffar mark")].map(m => m.textContent),
    groups: [...page.querySelectorAll("#sok-traffar h2")].map(h => h.textContent), more: page.querySelectorAll("#sok-traffar button").length,
  };
}
async function keys(step) {
  /* Whether everything that can be followed can be reached by the keyboard and says what it is. */
  const page = await open(step.path, 390);
  const all = [...page.querySelectorAll("a, button, input, summary, [tabindex]")].filter(e => e.tabIndex >= 0);
  const seen = e => e.offsetParent !== null;
  const lost = all.filter(e => { e.focus(); return page.activeElement !== e && seen(e); });
  const unseen = all.filter(e => {
    e.focus();
    return seen(e) && frame.contentWindow.getComputedStyle(e).outlineStyle === "none";
  });
  const told = found => found.map(e => e.outerHTML.slice(0, 120));
  return {count: all.length, lost: told(lost), unseen: told(unseen), first: all[0].textContent};
}
(async () => {
  const verdict = [];
  for (const step of await (await fetch("/__steps.json")).json()) {
    try { verdict.push(await {judge, walk, search, keys, stems, type}[step.do](step)); } catch (error) { verdict.push({error: String(error)}); }
  }
  frame.remove();
  document.getElementById("verdict").textContent = JSON.stringify(verdict);
})();
