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
