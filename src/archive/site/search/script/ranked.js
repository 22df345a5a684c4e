// The bulletins for a query, in the order of src/archive/index/search.rs.
// The documents of keys, and the lowest levels at which they stand anywhere, in what stands out and in the title.
function documents(keys, sign) {
  var found = new Map();
  keys.forEach(function (level, key) {
    each(postings((sign || "") + key), function (document, where) {
      var best = found.get(document) || [9, 9, 9];
      best[0] = Math.min(best[0], level);
      if (where) best[1] = Math.min(best[1], level);
      if (where & 1) best[2] = Math.min(best[2], level);
      found.set(document, best);
    });
  });
  return found;
}
function both(one, other) {
  var found = new Map();
  one.forEach(function (best, document) {
    var more = other.get(document);
    if (more) found.set(document, best.map(function (level, at) { return Math.max(level, more[at]); }));
  });
  return found;
}
function either(one, other) {
  other.forEach(function (more, document) {
    var best = one.get(document);
    one.set(document, best ? best.map(function (level, at) { return Math.min(level, more[at]); }) : more);
  });
  return one;
}
function up_to(keys, level) {
  return new Map(Array.from(keys).filter(function (row) { return row[1] <= level; }));
}
// The documents of a term.
async function holding(term, level) {
  var found = null;
  if (term.sort === "facet") {
    await need("terms", [term.facet]);
    found = documents(new Map([[term.facet, 0]]));
  } else if (term.sort === "start") {
    var starts = term.start[0] === "ا" ? ["ا", "أ", "إ", "آ"].map(function (alef) { return alef + term.start.slice(1); }) : [term.start];
    var keys = new Map();
    for (var at = 0; at < starts.length; at++) {
      (await beginning("terms", starts[at])).forEach(function (list) {
        Object.keys(list.keys).forEach(function (key) { if (key.startsWith(starts[at])) keys.set(key, 0); });
      });
    }
    term.keys = keys;
    found = documents(keys);
  } else {
    for (var word = 0; word < term.words.length; word++) {
      var token = term.words[word], mine = up_to(token.keys, term.sign ? 1 : level);
      if (term.sign) await need("terms", Array.from(mine.keys()).map(function (key) { return term.sign + key; }));
      var own = documents(mine, term.sign);
      found = found ? both(found, own) : own;
    }
    var year = term.words.length === 1 && !term.sign && term.sort === "forms" && /^(19|20)\d\d$/.test(term.words[0].key) ? term.words[0].key : "";
    if (year) {
      await need("terms", [FACET.day + year]);
      var dated = documents(new Map([[FACET.day + year, nashra.PATTERN]]));
      dated.forEach(function (best) { best[1] = best[2] = nashra.PATTERN; });
      found = either(found, dated);
    }
  }
  for (var index = 0; index < term.or.length; index++) found = either(found, await holding(term.or[index], level));
  return found || new Map();
}
// The first document of a day, or the first after it.
async function first_of(date, after) {
  var month = date.slice(0, 6).padEnd(6, "0"), last = about.documents;
  if (date.length < 8) {
    var end = after ? (date + "99").slice(0, 6) : month;
    var row = about.months.find(function (row) { return after ? String(row[0]) > end : String(row[0]) >= end; });
    return row ? row[1] : last;
  }
  var at = about.months.findIndex(function (row) { return String(row[0]) === month; });
  if (at < 0) return first_of(date.slice(0, 6), after);
  var from = about.months[at][1], to = at + 1 < about.months.length ? about.months[at + 1][1] : last;
  for (var document = from; document < to; document++) {
    var id = await name_of(document), own = id.slice(0, 10).replace(/-/g, "");
    if (after ? own > date : own >= date) return document;
  }
  return to;
}
async function name_of(document) {
  var block = Math.floor(document / about.block);
  await load("search/documents/" + block + ".js");
  return got.documents[block][document % about.block];
}

// The documents of a query up to a level, the best first.
async function ranked(query, level, year, state) {
  var scores = null, from = 0, to = about.documents, index;
  await expand(query.terms, level);
  for (index = 0; index < query.terms.length; index++) {
    var own = await holding(query.terms[index], level);
    scores = scores ? both(scores, own) : own;
  }
  if (!scores) {
    scores = new Map();
    for (var document = 0; document < about.documents; document++) scores.set(document, [level, level, level]);
  }
  await expand(query.filters.concat(query.without), nashra.PATTERN);
  for (index = 0; index < query.filters.length; index++) scores = both(scores, await holding(query.filters[index], 1));
  var choices = [query.states, query.kinds, query.months].filter(function (list) { return list.length; });
  for (index = 0; index < choices.length; index++) {
    await need("terms", choices[index]);
    scores = both(scores, documents(new Map(choices[index].map(function (key) { return [key, 0]; }))));
  }
  var without = new Set();
  for (index = 0; index < query.without.length; index++) {
    if (query.without[index].sort === "exact") continue;
    (await holding(query.without[index], nashra.PATTERN)).forEach(function (_, document) { without.add(document); });
  }
  if (year) { from = await first_of(year, false); to = await first_of(year, true); }
  if (query.from) from = Math.max(from, await first_of(query.from, false));
  if (query.to) to = Math.min(to, await first_of(query.to, true));
  var taken = about.states[2], rows = [];
  scores.forEach(function (best, document) {
    if (document < from || document >= to || without.has(document) || best[0] > level) return;
    if (state === "valid" && taken.has(document)) return;
    if (state === "withdrawn" && !taken.has(document)) return;
    if (state === "corrected" && !about.states[1].has(document)) return;
    var place = best[2] <= best[0] ? 0 : best[1] <= best[0] ? 1 : 2;
    rows.push({ document: document, level: best[0], tier: best[0] * 3 + place });
  });
  return rows.sort(function (a, b) { return a.tier - b.tier || b.document - a.document; });
}
// Widens a query that finds little: to synonyms, to words that were perhaps meant, to what may be forms.
async function found_by(query, year, state) {
  var level = nashra.PATTERN, rows = await ranked(query, level, year, state);
  if (!query.terms.length) return { level: level, rows: rows };
  var steps = [[nashra.SYNONYM, FEW], [nashra.SLIP, 1], [nashra.PERHAPS, 1]];
  for (var at = 0; at < steps.length; at++) {
    if (rows.length >= steps[at][1]) continue;
    level = steps[at][0];
    rows = await ranked(query, level, year, state);
  }
  return { level: level, rows: rows };
}

async function document_of(row) {
  var id = await name_of(row.document), folder = id.slice(0, 4) + "/" + id.slice(5, 7) + "/" + id + "/";
  await load(folder + "text.js");
  return { level: row.level, row: got.text[id].row, folder: folder, lines: got.text[id].lines };
}

// True if a term that is a phrase stands in a text as it must.
function stands(term, lines) {
  if (term.or.some(function (other) { return stands(other, lines); })) return true;
  if (term.sort !== "exact" && (term.sort !== "forms" || term.words.length < 2)) return true;
  return lines.some(function (line) {
    var words = nashra.tokens(line);
    return words.some(function (_, at) {
      return term.words.every(function (token, index) {
        var word = words[at + index];
        return word && (term.sort === "exact" ? word.folded === token.folded : token.keys.has(word.key));
      });
    });
  });
}
function fits(query, found) {
  var lines = found.lines.concat([found.row[1], found.row[2] || ""]);
  return query.terms.every(function (term) { return stands(term, lines); })
    && !query.without.some(function (term) { return term.sort === "exact" && stands(term, lines); });
}
function is_phrase(term) { return term.sort === "exact" || (term.sort === "forms" && term.words.length > 1) || term.or.some(is_phrase); }
