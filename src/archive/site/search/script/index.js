// The index: scripts that are loaded when a word needs them. Their form is told in src/archive/site/search/index.rs.
var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
var PAGE = 10, MOST_TEXTS = 200, AROUND = 130, FEW = 10, MEANT = 2, FREQUENT = 200, MOST_NEAR = 24;
var FACET = { place: "\uE003", speaker: "\uE004", tag: "\uE005", number: "\uE006", state: "\uE002", kind: "\uE001", month: "\uE007", day: "\uE008", code: "\uE009" };
var SAID = JSON.parse(document.getElementById("words").textContent);
var about = null, got = { terms: {}, perhaps: {}, near: {}, back: {}, documents: {}, text: {} }, asked = {}, run = 0;

function $(id) { return document.getElementById(id); }
function digits(number) {
  var zero = about.zero.codePointAt(0);
  return String(number).replace(/\d/g, function (d) { return String.fromCodePoint(zero + Number(d)); });
}
function count(number) {
  var forms = SAID.found, rest = number % 100;
  if (number === 1 || number === 2) return forms[number - 1];
  return digits(number) + " " + (rest >= 3 && rest <= 10 ? forms[2] : forms[3]);
}

// What the scripts of the index call.
["terms", "perhaps", "near", "back", "documents"].forEach(function (name) {
  nashra[name] = function (number, list) { got[name][number] = list; };
});
nashra.text = function (row, lines) { got.text[row[0]] = { row: row, lines: lines }; };
nashra.about = function (facts) {
  about = facts;
  about.states = { 1: new Set(numbers(about.corrected)), 2: new Set(numbers(about.withdrawn)) };
  start();
};

function load(path) {
  asked[path] = asked[path] || new Promise(function (done, failed) {
    var script = document.createElement("script");
    script.onload = function () { script.remove(); done(); };
    script.onerror = function () { delete asked[path]; failed(new Error(path)); };
    script.src = path;
    document.head.appendChild(script);
  });
  return asked[path];
}

// Postings: numbers of one sign or more; four times the distance, and where the word stands: 1 title, 2 what stands out.
function each(postings, take) {
  var at = 0, last = 0;
  while (at < postings.length) {
    var number = 0, times = 1, sign;
    do {
      sign = SIGNS.indexOf(postings[at++]);
      number += (sign & 31) * times;
      times *= 32;
    } while (sign & 32);
    last += Math.floor(number / 4);
    take(last - 1, number & 3);
  }
}
function numbers(postings) {
  var list = [];
  each(postings, function (document) { list.push(document); });
  return list;
}

// The piece of a sorted list in which a word is, or would be.
function piece(list, word) {
  var starts = about.starts[list], low = 0, high = starts.length - 1;
  while (low < high) {
    var middle = (low + high + 1) >> 1;
    if (starts[middle] <= word) low = middle; else high = middle - 1;
  }
  return low;
}
function need(list, words) {
  if (!about.starts[list].length) return Promise.resolve();
  var wanted = new Set(words.map(function (word) { return piece(list, word); }));
  return Promise.all(Array.from(wanted).map(function (number) { return load("search/" + list + "/" + number + ".js"); }));
}
// All pieces with words that begin so.
async function beginning(list, start) {
  if (!about.starts[list].length) return [];
  var from = piece(list, start), to = piece(list, start + "\uFFFF"), found = [];
  for (var number = from; number <= to; number++) found.push(number);
  await Promise.all(found.map(function (number) { return load("search/" + list + "/" + number + ".js"); }));
  return found.map(function (number) { return got[list][number]; });
}
function own(map, key) { return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : ""; }
function part(list, word) { return got[list][piece(list, word)] || { keys: {}, forms: {} }; }
function postings(key) { return own(part("terms", key).keys, key); }
// The keys of a lemma and the level of each, without those that count only where there is no such word with ة.
function read(list, lemma) {
  var mine = part(list, lemma), found = [];
  if (list === "terms" && own(mine.keys, lemma)) found.push({ key: lemma, level: 0 });
  var parts = own(mine.forms, lemma).split(" ").filter(Boolean);
  for (var at = 0; at < parts.length; at += 2) found.push({ key: parts[at + 1], level: Number(parts[at]) });
  return found;
}
function sure(lemma, keys) {
  var feminine = keys.some(function (key) { return key.level >= 8; }) && has_feminine(lemma);
  return keys.filter(function (key) { return key.level < 8 || !feminine; }).map(function (key) { return { key: key.key, level: key.level % 8 }; });
}
function keys_of(lemma) { return sure(lemma, read("terms", lemma)); }
function has_feminine(lemma) {
  return read("terms", lemma + "ه").some(function (key) { return key.level === 0 && key.key.endsWith("ة"); });
}
// Loads all that tells the keys of lemmas, and the keys' documents.
async function known(lemmas) {
  await need("terms", lemmas.concat(lemmas.map(function (lemma) { return lemma + "ه"; })));
}
