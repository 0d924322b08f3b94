/* Search in the pages of the site, in Swedish and without a server. MiniSearch does the finding; what is here is Swedish:
   stems (Snowball's rules, and "anmälan" as "anmälningar"), parts of compounds, and the keyboard. */
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

  var vocabulary = new Set();
  function noted(word) { var found = stem(word); vocabulary.add(found); return found; }
  var index = new MiniSearchModule.default({
    fields: ["title", "text"], idField: "id", tokenize: words, processTerm: noted,
    searchOptions: { processTerm: stem }
  });

  /* Stems that hold this one, or that this one ends with: "utbildning" in "chefsutbildning", "anmäl" of "orosanmäl". */
  function partsOf(sought) {
    var found = [];
    if (sought.length >= MIN_PART) {
      vocabulary.forEach(function (known) {
        if (known !== sought && found.length < MAX_PARTS &&
          (known.indexOf(sought) > 0 || (known.length > MIN_PART && ends(sought, known, MIN_PART)))) found.push(known);
      });
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

  var pages = vbePages;
  index.addAll(pages.map(function (page, id) { return { id: id, title: page[1], text: page[3] + " " + page[4] }; }));
  window.vbeSearch = function (text) {
    return search(text).map(function (hit) { return { sort: pages[hit.id][0], title: pages[hit.id][1], address: pages[hit.id][2] }; });
  };

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
  function show(text) {
    var hits = search(text), groups = new Map();
    place.textContent = "";
    hits.forEach(function (hit) { var sort = pages[hit.id][0]; groups.set(sort, (groups.get(sort) || []).concat([hit])); });
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
  field.addEventListener("input", function () { show(field.value); });
  field.form.addEventListener("submit", function (event) { event.preventDefault(); show(field.value); });
  document.addEventListener("keydown", move);
  show(field.value);
  field.focus();
})();
