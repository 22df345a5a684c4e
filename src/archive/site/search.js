// Search without a server: the index lies in scripts, loaded when a word needs them. See src/archive/site/search/index.rs; what is
// found and in which order is as in src/archive/index/search.rs.
"use strict";
(function () {
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

  // The query language, as in src/archive/index/query/.
  var FIELDS = { "مكان": "place", "المكان": "place", "place": "place", "متحدث": "speaker", "المتحدث": "speaker", "speaker": "speaker", "وسم": "tag", "الوسم": "tag", "tag": "tag", "رقم": "number", "الرقم": "number", "عدد": "number", "العدد": "number", "number": "number", "حاله": "state", "الحاله": "state", "state": "state", "نوع": "kind", "النوع": "kind", "kind": "kind", "من": "from", "from": "from", "الي": "to", "to": "to", "يوم": "day", "اليوم": "day", "تاريخ": "day", "التاريخ": "day", "date": "day", "day": "day", "شهر": "month", "الشهر": "month", "month": "month", "سنه": "day", "السنه": "day", "عام": "day", "year": "day" };
  var STATES = { "published": "published", "منشور": "published", "corrected": "corrected", "مصحح": "corrected", "مصوب": "corrected", "withdrawn": "withdrawn", "مسحوب": "withdrawn" };
  var KINDS = { "bulletin": "bulletin", "نشره": "bulletin", "بيان": "bulletin", "newsletter": "newsletter", "جريده": "newsletter", "عدد": "newsletter", "اعداد": "newsletter" };
  var PREFIXES = ["و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "ول"];
  function folded(text) { return nashra.words(text).map(function (word) { return word.folded; }).join(" "); }
  function Fault(said) { this.said = said; }
  // A day, month or year as its digits; null when it is none.
  function day(text, turned) {
    if (!/^[\p{N}\-\/.\u200E\u200F]+$/u.test(text)) return null;
    var parts = folded(text).split(" ");
    if (turned && parts.length === 3 && parts[0].length !== 4) parts.reverse();
    if (parts.length > 3 || parts[0].length !== 4 || Number(parts[0]) < 1) return null;
    if (parts.length > 1 && !(Number(parts[1]) >= 1 && Number(parts[1]) <= 12)) return null;
    if (parts.length > 2 && !(Number(parts[2]) >= 1 && Number(parts[2]) <= 31)) return null;
    return parts.map(function (part, at) { return part.padStart(at ? 2 : 4, "0").slice(-(at ? 2 : 4)); }).join("");
  }
  function term(text, exact) {
    var words = nashra.tokens(text).slice(0, 32);
    return words.length ? { words: words, sort: exact ? "exact" : "forms", or: [] } : null;
  }
  function special(word) {
    if (/[*＊٭]$/.test(word)) {
      var start = nashra.stem(folded(word.slice(0, -1)));
      if (start.startsWith("ال") && start.length > 3) start = start.slice(2);
      if (start.length > 1 && start.indexOf(" ") < 0) return { words: nashra.tokens(word), sort: "start", start: start, or: [] };
    }
    var date = day(word, true);
    if (date && date.length > 4) return { words: [], sort: "facet", facet: FACET.day + date, or: [] };
    var code = folded(word).replace(/ /g, "");
    return /^.*[^0-9].*r[0-9]+[0-9a-f]{16}$/.test(code) || /^[^ ]+r[0-9]+[0-9a-f]{16}$/.test(code) ? { words: [], sort: "facet", facet: FACET.code + code, or: [] } : null;
  }
  function parse(text) {
    var query = { terms: [], without: [], filters: [], states: [], kinds: [], months: [], from: null, to: null };
    var rest = text, plain = "", or = false, pieces = 0, open = 0;
    Array.from(text).forEach(function (c) {
      if (/[(（]/.test(c)) open += 1;
      if (/[)）]/.test(c) && --open < 0) throw new Fault(SAID.bracket);
    });
    if (open) throw new Fault(SAID.bracket);
    function add(term) {
      if (or && query.terms.length) query.terms[query.terms.length - 1].or.push(term); else query.terms.push(term);
      or = false;
    }
    function end_run() {
      var run = plain, groups = [], last = -1;
      plain = "";
      nashra.tokens(run).forEach(function (token) {
        if (last >= 0 && !/\s/.test(run.slice(last, token.start))) groups[groups.length - 1].push(token); else groups.push([token]);
        last = token.end;
      });
      groups.forEach(function (group) {
        if (group.length > 1 && PREFIXES.indexOf(group[0].spelled) >= 0 && /^[a-z0-9]/i.test(group[1].key)) group.shift();
      });
      for (var at = 0; at < groups.length; at++) {
        var three = groups.slice(at, at + 3).map(function (group) { return group.length === 1 ? group[0] : {}; });
        var date = three.length === 3 && three[1].kind === "month" && three[2].key && three[2].key.length === 4 && three[0].key && day(three[2].key + "-" + three[1].month + "-" + three[0].key);
        if (date && date.length === 8) { add({ words: [], sort: "facet", facet: FACET.day + date, or: [] }); at += 2; continue; }
        add({ words: groups[at].slice(0, 32), sort: "forms", or: [] });
      }
    }
    // A word or a phrase in quotes, and what comes after.
    function take(text) {
      var quoted = /^[\u200E\u200F\u061C\u2066-\u2069\u202A-\u202E]*(?:["“”„″＂]([^"“”″＂]*)["“”″＂]|«([^»]*)»|»([^«]*)«)/.exec(text);
      if (quoted) return { term: term(quoted[1] || quoted[2] || quoted[3] || "", true), rest: text.slice(quoted[0].length), quoted: true };
      var word = /^\S*/.exec(text)[0];
      return { term: term(word, false), rest: text.slice(word.length), word: word };
    }
    function narrow(field, found, raw, name) {
      var value = folded(raw), plain = value.replace(/^(ال)+/, "");
      var date = day(raw, true), month = /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 12 ? Number(value) : nashra.month(raw);
      if (!found) return false;
      if (field === "state") { var state = STATES[value] || STATES[plain.replace(/ه+$/, "")]; if (state) query.states.push(FACET.state + state); return !!state; }
      if (field === "kind") { var kind = KINDS[plain]; if (kind) query.kinds.push(FACET.kind + kind); return !!kind; }
      if (field === "from" || field === "to") { query[field] = date; return !!date; }
      if (field === "month" && month) { query.months.push(FACET.month + month); return true; }
      if (field === "day" || field === "month") {
        if (!date || (field === "month" && date.length < 6)) return false;
        query.filters.push({ words: [], sort: "facet", facet: FACET.day + date, or: [] });
        return true;
      }
      query.filters.push({ words: found.words, sort: found.sort, sign: FACET[field], or: [] });
      return true;
    }
    for (;;) {
      rest = rest.replace(/^[\s\p{Cc}]+/u, "");
      if (!rest || ++pieces > 32) break;
      var negated = /^[-−](?=\S)/.test(rest) ? take(rest.slice(1)) : null;
      if (negated) {
        end_run();
        if (negated.term) query.without.push(negated.term);
        rest = negated.rest;
        continue;
      }
      var word = /^\S*/.exec(rest)[0];
      if (/^(OR|أو|او|\|)$/.test(word)) { end_run(); or = query.terms.length > 0; rest = rest.slice(word.length); continue; }
      var colon = /^([^\s:：]*)[:：]/.exec(rest), field = colon && FIELDS[folded(colon[1])];
      if (field) {
        var after = rest.slice(colon[0].length).replace(/^\s+/, ""), value = take(after), raw = /^\S*/.exec(after)[0];
        end_run();
        if (!narrow(field, value.term, raw)) throw new Fault(SAID.value.replace("%", colon[1] + ": " + raw));
        rest = value.rest;
        continue;
      }
      var taken = take(rest);
      if (taken.quoted) { end_run(); if (taken.term) add(taken.term); rest = taken.rest; continue; }
      var sort = special(word);
      if (sort) { end_run(); add(sort); } else { plain += word + " "; }
      rest = rest.slice(word.length);
    }
    end_run();
    query.isEmpty = !(query.terms.length + query.without.length + query.filters.length + query.states.length + query.kinds.length + query.months.length) && !query.from && !query.to;
    if (query.isEmpty && /[^\s\p{L}\p{N}\p{Cf}\p{M}]/u.test(text)) throw new Fault(SAID.empty);
    return query;
  }

  function all_terms(terms) {
    return terms.reduce(function (all, term) { return all.concat([term], all_terms(term.or)); }, []);
  }
  function add_key(token, key, level) {
    if (!token.keys.has(key) || token.keys.get(key) > level) token.keys.set(key, level);
  }
  // Gives each word its keys up to a level, from the index.
  async function expand(terms, level) {
    var words = [];
    all_terms(terms).forEach(function (term) {
      if (term.sort === "forms" || term.sort === "exact") term.words.forEach(function (token) { words.push({ token: token, exact: term.sort === "exact" }); });
    });
    words.forEach(function (word) {
      if (word.token.keys) return;
      word.token.keys = new Map();
      word.token.forms = nashra.forms(word.token, true);
    });
    var wanted = [];
    words.forEach(function (word) {
      word.token.forms.forEach(function (form) { if (form.level <= nashra.PATTERN || level === nashra.PERHAPS) wanted.push(form.lemma); });
    });
    await known(wanted);
    words.forEach(function (word) {
      var token = word.token;
      if (word.exact) {
        var plain = nashra.plain(token.key);
        add_key(token, token.key, 0);
        token.forms.filter(function (form) { return form.level === 0; }).forEach(function (form) {
          keys_of(form.lemma).forEach(function (key) { if (nashra.plain(key.key) === plain) add_key(token, key.key, 0); });
        });
        return;
      }
      token.forms.forEach(function (form) {
        if ((form.level > nashra.PATTERN && level < nashra.PERHAPS) || (form.unless && has_feminine(form.lemma))) return;
        keys_of(form.lemma).forEach(function (key) {
          var guess = key.level >= nashra.PATTERN && form.level >= nashra.PATTERN;
          add_key(token, key.key, guess ? nashra.PERHAPS : Math.max(key.level, form.level));
        });
      });
    });
    if (level >= nashra.SYNONYM) await synonyms(words);
    if (level >= nashra.SLIP) for (var at = 0; at < words.length; at++) if (!words[at].exact) await meant(words[at].token);
    if (level >= nashra.PERHAPS) await perhaps(words);
    var keys = [];
    words.forEach(function (word) {
      word.token.keys.forEach(function (of, key) { if (of <= level) keys.push(key); });
    });
    await need("terms", keys);
  }
  async function synonyms(words) {
    var pairs = [];
    words.forEach(function (word) {
      if (word.exact) return;
      word.token.forms.forEach(function (form) {
        if (form.level <= 1) nashra.synonyms(form.lemma).forEach(function (lemma) { pairs.push({ token: word.token, lemma: lemma }); });
      });
    });
    await known(pairs.map(function (pair) { return pair.lemma; }));
    pairs.forEach(function (pair) {
      keys_of(pair.lemma).forEach(function (key) { if (key.level <= 1) add_key(pair.token, key.key, nashra.SYNONYM); });
    });
  }
  async function perhaps(words) {
    var lemmas = [];
    words.forEach(function (word) { if (!word.exact) word.token.forms.forEach(function (form) { lemmas.push(form.lemma); }); });
    await need("perhaps", lemmas);
    words.forEach(function (word) {
      if (word.exact) return;
      word.token.forms.forEach(function (form) {
        if (form.unless && has_feminine(form.lemma)) return;
        sure(form.lemma, read("perhaps", form.lemma)).forEach(function (key) { add_key(word.token, key.key, nashra.PERHAPS); });
      });
    });
  }
  // The words that a word which is in no bulletin was perhaps meant to be.
  async function meant(token) {
    if (token.meant || token.kind === "number" || token.kind === "month") return;
    var sure = Array.from(token.keys.values()).some(function (level) { return level <= nashra.PATTERN; });
    if (sure) return;
    token.meant = [];
    var near = new Map(), forms = token.forms.filter(function (form) { return form.level === 0; });
    for (var at = 0; at < forms.length; at++) {
      var lemma = forms[at].lemma, backwards = Array.from(lemma).reverse().slice(0, 2).join("");
      if (lemma.length < 3) continue;
      var lists = await Promise.all([beginning("near", lemma.slice(0, 2)), beginning("back", backwards)]);
      var one = new Map(), two = new Map();
      lists.forEach(function (list, back) {
        list.join(" ").split(" ").forEach(function (word) {
          if (!word || word === lemma) return;
          var slip = nashra.slip(lemma, word);
          if (!slip) return;
          if (slip.count === 1) one.set(word, slip.cost);
          else if (!back && lemma.length >= 7 && word.startsWith(lemma.slice(0, 2))) two.set(word, slip.cost);
        });
      });
      (one.size ? one : two).forEach(function (cost, word) { near.set(word, Math.min(cost, near.has(word) ? near.get(word) : cost)); });
    }
    var least = Math.min.apply(null, Array.from(near.values()));
    var best = Array.from(near.keys()).filter(function (word) { return near.get(word) === least; }).sort().slice(0, MOST_NEAR);
    await known(best);
    var keys = best.map(function (word) { return keys_of(word).filter(function (key) { return key.level === 0; }); });
    await need("terms", [].concat.apply([], keys).map(function (key) { return key.key; }));
    var often = best.map(function (word, at) {
      var documents = new Set();
      keys[at].forEach(function (key) { each(postings(key.key), function (document) { documents.add(document); }); });
      return { word: word, often: Math.min(documents.size, FREQUENT) };
    });
    often.sort(function (a, b) { return b.often - a.often || (a.word < b.word ? -1 : 1); });
    token.meant = often.slice(0, MEANT).map(function (row) { return row.word; });
    token.meant.forEach(function (word) {
      keys_of(word).forEach(function (key) { if (key.level <= 1) add_key(token, key.key, nashra.SLIP); });
    });
  }

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

  // What is marked in texts: each term's words.
  function wanted_of(query, level) {
    return all_terms(query.terms).filter(function (term) { return term.sort !== "facet"; }).map(function (term) {
      return function (word) {
        if (term.sort === "start") return nashra.plain(word.key).startsWith(term.start);
        return term.words.some(function (token) {
          return term.sort === "exact" ? word.folded === token.folded : (token.keys.get(word.key) || 0) <= level && token.keys.has(word.key);
        });
      };
    });
  }
  function marked(text, wanted, words) {
    var piece = document.createDocumentFragment(), end = 0;
    nashra.tokens(text).forEach(function (word) {
      if (!wanted.some(function (is) { return is(word); })) return;
      piece.append(text.slice(end, word.start));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(word.start, word.end);
      if (words.indexOf(mark.textContent) < 0) words.push(mark.textContent);
      piece.append(mark);
      end = word.end;
    });
    piece.append(text.slice(end));
    return piece;
  }
  // The passage with most of the words, cut around the first of them.
  function passage(lines, wanted) {
    var best = { line: lines[0] || "", hits: 0, at: 0 };
    lines.forEach(function (line) {
      var first = -1, seen = new Set();
      nashra.tokens(line).forEach(function (word) {
        wanted.forEach(function (is, term) {
          if (!is(word)) return;
          if (first < 0) first = word.start;
          seen.add(term);
        });
      });
      if (seen.size > best.hits) best = { line: line, hits: seen.size, at: first };
    });
    var from = Math.max(0, best.at - AROUND), to = Math.min(best.line.length, from + 2 * AROUND + 60);
    while (from > 0 && best.line[from - 1] !== " ") from -= 1;
    while (to < best.line.length && best.line[to] !== " ") to += 1;
    return (from > 0 ? "… " : "") + best.line.slice(from, to) + (to < best.line.length ? " …" : "");
  }

  function add(parent, name, css, text) {
    var made = document.createElement(name);
    if (css) made.className = css;
    if (text !== undefined) made.append(text);
    parent.append(made);
    return made;
  }
  function show(found, state) {
    var row = found.row, item = add($("list"), "li", row[4] === 2 ? "taken-back" : ""), words = [];
    item.dataset.level = found.level;
    add(item, "time", "", row[3]).dateTime = row[0].slice(0, 10);
    var body = add(item, "div"), link = add(body, "a", "title");
    link.href = found.folder + "index.html";
    link.append(marked(row[1], state.wanted, words));
    add(body, "p", "passage", marked(passage(found.lines, state.wanted), state.wanted, words));
    if (found.level > 0 && words.length) add(body, "p", "facts", SAID.has + " " + words.join("، "));
    var facts = add(body, "p", "facts");
    if (row[2]) add(add(facts, "span", "", SAID.number + " "), "bdi", "", row[2]);
    if (row[5]) add(facts, "span", "", SAID.newsletter);
    if (row[4]) add(facts, "span", "badge " + (row[4] === 1 ? "corrected" : "withdrawn"), row[4] === 1 ? SAID.corrected : SAID.withdrawn);
  }
  function none() {
    $("status").textContent = SAID.none;
    var advice = add($("list"), "li", "advice"), list = add(advice, "ul");
    SAID.advice.forEach(function (line) { add(list, "li", "", line); });
  }
  // What was searched for in the place of words that no bulletin has.
  function told(state) {
    var said = [];
    all_terms(state.query.terms).forEach(function (term) {
      term.words.forEach(function (token) {
        if (token.meant && token.meant.length) said.push(SAID.meant.replace("%", token.folded) + " " + token.meant.map(function (word) { return "«" + word + "»"; }).join(" " + SAID.or + " ") + SAID.question);
      });
    });
    if (state.level >= nashra.SLIP && said.length) return said.join(" ") + " ";
    return state.rows.some(function (row) { return row.level > nashra.PATTERN; }) ? SAID.widened + " " : "";
  }

  // Shows the next results; those without the phrase are passed over.
  async function next(state, mine) {
    var left = PAGE, texts = 0, has_phrases = state.query.terms.concat(state.query.without).some(is_phrase);
    $("more").hidden = true;
    while (left > 0 && state.at < state.rows.length && texts < MOST_TEXTS) {
      var some = state.rows.slice(state.at, state.at + left);
      state.at += some.length;
      texts += some.length;
      var read = await Promise.all(some.map(document_of));
      if (mine !== run) return;
      read.filter(function (found) { return fits(state.query, found); }).forEach(function (found) {
        show(found, state);
        state.shown += 1;
        left -= 1;
      });
    }
    var ended = state.at >= state.rows.length;
    if (ended && !state.shown) return none();
    var sure = !has_phrases || ended, total = has_phrases ? state.shown : state.rows.length;
    var shown = ended ? "" : (sure ? "، " : "") + SAID.shown + " " + digits(state.shown) + ". " + SAID.narrow;
    $("status").textContent = told(state) + (sure ? count(total) : "") + shown;
    $("more").hidden = ended;
    $("more").onclick = function () {
      var last = $("list").lastElementChild;
      next(state, mine).then(function () {
        var link = last && last.nextElementSibling && last.nextElementSibling.querySelector("a");
        if (link) link.focus();
      }, broken);
    };
  }

  function broken() { $("status").textContent = SAID.broken; }

  async function search(text, year, only) {
    var mine = ++run;
    $("list").textContent = "";
    $("more").hidden = true;
    $("status").textContent = "";
    try {
      var query = parse(text);
      if (query.isEmpty) return;
      $("status").textContent = SAID.busy;
      var found = await found_by(query, year, only);
      if (mine !== run) return;
      await next({ query: query, rows: found.rows, level: found.level, wanted: wanted_of(query, found.level), at: 0, shown: 0 }, mine);
    } catch (error) {
      if (mine !== run) return;
      if (error instanceof Fault) $("status").textContent = error.said; else broken();
    }
  }

  function start() {
    var form = $("form"), fields = ["q", "year", "state"];
    function read() {
      var given = new URLSearchParams(location.search);
      fields.forEach(function (name) { form.elements[name].value = given.get(name) || ""; });
      search(form.q.value, form.year.value, form.state.value);
    }
    function again(event) {
      if (event) event.preventDefault();
      var asked = new URLSearchParams();
      fields.forEach(function (name) { if (form.elements[name].value) asked.set(name, form.elements[name].value); });
      // Some browsers keep the address of a page without a server as it is.
      try { history.pushState(null, "", "?" + asked); } catch (_) { /* the results come all the same */ }
      search(form.q.value, form.year.value, form.state.value);
    }
    form.addEventListener("submit", again);
    form.year.addEventListener("change", function () { again(); });
    form.state.addEventListener("change", function () { again(); });
    window.addEventListener("popstate", read);
    read();
  }
})();
