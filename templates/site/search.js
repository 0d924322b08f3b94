/* Search in the pages of the site, in Swedish and without a server. MiniSearch does the finding; what is here is Swedish:
   stems (Snowball's rules, and "anmälan" as "anmälningar"; vbe/site/stems.py does the same to the pages), parts of
   compounds, and the keyboard. The index is loaded when somebody begins to search. */
(function () {
  "use strict";
  var MAX_PARTS = 40, MIN_PART = 4, SHOWN = 8;
  var VOWELS = "aeiouyåäö";
  var ENDINGS = ("heterna hetens anden andes andet arens arnas ernas ornas heten heter arna erna orna ande arne aste aren " +
    "ades erns ade are ern ens het ast ad en ar er or as es at a e").split(" ");
  var S_AFTER = "bcdfghjklmnoprtvy";

  function stem(word) {
    var w = word.toLowerCase(), start = regionOf(w), i;
    if (/\d/.test(w) || w.length < 4) return w;
    for (i = 0; i < ENDINGS.length; i++) {
      if (ends(w, ENDINGS[i], start)) { w = w.slice(0, -ENDINGS[i].length); break; }
    }
    if (i === ENDINGS.length && ends(w, "s", start) && S_AFTER.indexOf(w.charAt(w.length - 2)) >= 0) w = w.slice(0, -1);
    if (/(dd|gd|nn|dt|gt|kt|tt)$/.test(w) && w.length - 2 >= start) w = w.slice(0, -1);
    ["els", "lig", "ig"].some(function (end) { if (ends(w, end, start)) { w = w.slice(0, -end.length); return true; } });
    ["ning", "an"].some(function (end) { if (ends(w, end, start) && w.length - end.length > 3) { w = w.slice(0, -end.length); return true; } });
    return w;
  }
  function ends(w, end, start) { return w.length - end.length >= start && w.slice(-end.length) === end; }
  function regionOf(w) {
    for (var i = 1; i < w.length; i++) {
      if (VOWELS.indexOf(w.charAt(i)) < 0 && VOWELS.indexOf(w.charAt(i - 1)) >= 0) return Math.max(i + 1, 3);
    }
    return w.length;
  }
  function words(text) {
    return text.normalize("NFC").split(/[^\p{L}\p{N}.:\-]+/u).map(function (w) { return w.replace(/^[.:\-]+|[.:\-]+$/g, ""); })
      .filter(Boolean);
  }

  var OPTIONS = { fields: ["title", "text"], idField: "id", tokenize: words, processTerm: stem, searchOptions: { processTerm: stem } };
  var index = null, pages = [], sorts = [], vocabulary = [];

  /* "3 1 a" is page 3, page 4 and page 14. */
  function numbered(told, lengths) {
    var at = 0, found = {};
    if (told) told.split(" ").forEach(function (distance) { at += parseInt(distance, 36); found[at] = 1; lengths[at] += 1; });
    return found;
  }
  function open(data) {
    var count = data.pages.length, titles = new Array(count).fill(0), texts = new Array(count).fill(0), ids = {}, lengths = {};
    var terms = data.terms.split("\n").map(function (line) {
      var parts = line.split("\t");
      vocabulary.push(parts[0]);
      return [parts[0], { 0: numbered(parts[1], titles), 1: numbered(parts[2], texts) }];
    });
    function mean(of) { return of.reduce(function (sum, one) { return sum + one; }, 0) / (count || 1); }
    for (var i = 0; i < count; i++) { ids[i] = i; lengths[i] = [titles[i], texts[i]]; }
    pages = data.pages;
    sorts = data.sorts;
    index = MiniSearchModule.default.loadJS({
      documentCount: count, nextId: count, documentIds: ids, fieldIds: { title: 0, text: 1 }, fieldLength: lengths,
      averageFieldLength: [mean(titles), mean(texts)], storedFields: {}, dirtCount: 0, serializationVersion: 2, index: terms
    }, OPTIONS);
  }
  /* A script, because a page opened from a folder may not read any other sort of file. */
  var waiting = [];
  function whenOpen(act) {
    if (index) { act(); return; }
    if (waiting.push(act) > 1) return;
    var script = made("script");
    script.src = "sok-index.js";
    script.onload = function () { open(vbeIndex); waiting.splice(0).forEach(function (each) { each(); }); };
    script.onerror = function () { waiting = []; said.textContent = "Sökningen kunde inte laddas. Ladda om sidan."; };
    document.head.appendChild(script);
  }

  /* Stems that hold this one, or that this one ends with: "utbildning" in "chefsutbildning", "anmäl" of "orosanmäl".
     A short word keeps its "-ning", which a compound of it has lost: "öppning" in "skolöpp". */
  function partsOf(sought) {
    var found = [], bare = sought.replace(/(ning|an)$/, "");
    function isPart(known) {
      if (known === sought) return false;
      return known.indexOf(sought) > 0 || (known.length > MIN_PART && ends(sought, known, MIN_PART)) ||
        (bare !== sought && ends(known, bare, 1));
    }
    if (sought.length >= MIN_PART) {
      vocabulary.forEach(function (known) { if (found.length < MAX_PARTS && isPart(known)) found.push(known); });
    }
    return found;
  }
  function whole(term) { return term; }
  function query(text) {
    return words(text).map(function (word) {
      var parts = partsOf(stem(word));
      var one = { queries: [word], prefix: stem(word).length > 2, fuzzy: word.length > 4 ? 0.2 : false };
      var queries = [one];
      if (parts.length) queries.push({ queries: parts, processTerm: whole, combineWith: "OR", boost: { title: 1.5, text: 0.5 } });
      return { combineWith: "OR", queries: queries };
    });
  }
  function search(text) {
    var queries = query(text), options = { boost: { title: 3 }, weights: { fuzzy: 0.3, prefix: 0.6 } };
    if (!queries.length) return [];
    var found = index.search({ combineWith: "AND", queries: queries }, options);
    return found.length ? found : index.search({ combineWith: "OR", queries: queries }, options);
  }

  var field = document.getElementById("sok"), place = document.getElementById("sok-traffar");
  var said = document.getElementById("sok-antal");

  function made(name, text) { var it = document.createElement(name); if (text) it.textContent = text; return it; }
  function marked(text, terms) {
    var line = made("span"), parts = text.split(/([\p{L}\p{N}][\p{L}\p{N}\-]*)/u);
    parts.forEach(function (part, i) { line.appendChild(i % 2 && terms.has(stem(part)) ? made("mark", part) : document.createTextNode(part)); });
    return line;
  }
  function hitOf(hit) {
    var page = pages[hit.id], li = made("li"), a = made("a"), name = made("b"), terms = new Set(hit.terms);
    a.href = page[2];
    name.appendChild(marked(page[1], terms));
    a.appendChild(name);
    if (page[3]) a.appendChild(marked(page[3], terms));
    li.appendChild(a);
    return li;
  }
  function show() {
    var text = field.value, hits = search(text), groups = new Map();
    place.textContent = "";
    hits.forEach(function (hit) { var sort = sorts[pages[hit.id][0]]; groups.set(sort, (groups.get(sort) || []).concat([hit])); });
    said.textContent = !text.trim() ? "" : hits.length === 0 ? "Inga träffar. Pröva ett annat ord." : hits.length === 1 ? "En träff." : hits.length + " träffar.";
    groups.forEach(function (own, sort) {
      var list = made("ul");
      place.appendChild(made("h2", sort + " (" + own.length + ")"));
      own.slice(0, SHOWN).forEach(function (hit) { list.appendChild(hitOf(hit)); });
      place.appendChild(list);
      if (own.length > SHOWN) {
        var more = made("button", "Visa alla " + own.length);
        more.type = "button";
        more.addEventListener("click", function () {
          own.slice(SHOWN).forEach(function (hit) { list.appendChild(hitOf(hit)); });
          list.children[SHOWN].firstChild.focus();
          more.remove();
        });
        place.appendChild(more);
      }
    });
  }
  function move(event) {
    var links = [field].concat(Array.from(place.querySelectorAll("a"))), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { field.focus(); return; }
    if (at < 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    var next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  }
  field.value = new URLSearchParams(location.search).get("q") || "";
  function sought() {
    if (field.value.trim()) whenOpen(show); else if (index) show();
  }
  function soon() { whenOpen(function () {}); }
  field.addEventListener("input", sought);
  field.addEventListener("keydown", soon, { once: true });
  field.addEventListener("pointerdown", soon, { once: true });
  field.form.addEventListener("submit", function (event) { event.preventDefault(); sought(); });
  document.addEventListener("keydown", move);
  window.vbeStem = stem;
  sought();
  field.focus();
})();
