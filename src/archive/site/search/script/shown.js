// What the page shows of them.
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
  var body = add(item, "div", "words"), link = add(body, "a", "title");
  if (row[6]) body.lang = row[6];
  if (row[6] === "en") body.dir = "ltr";
  link.href = found.folder + "index.html";
  link.append(marked(row[1], state.wanted, words));
  add(body, "p", "passage", marked(passage(found.lines, state.wanted), state.wanted, words));
  if (found.level > 0 && words.length) add(body, "p", "facts", SAID.has + " " + words.join("، "));
  var facts = add(body, "p", "facts");
  facts.lang = "ar";
  facts.dir = "rtl";
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
