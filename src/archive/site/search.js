// Search without a server: the index lies in scripts, loaded when a word needs them. See src/archive/site/search/index.rs.
"use strict";
(function () {
  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var PAGE = 10, MOST_TEXTS = 200, AROUND = 130;
  var SAID = JSON.parse(document.getElementById("words").textContent);
  var about = null, got = { terms: {}, documents: {}, text: {} }, asked = {}, run = 0;

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
  nashra.terms = function (shard, keys) { got.terms[shard] = keys; };
  nashra.documents = function (block, list) { got.documents[block] = list; };
  nashra.text = function (id, lines) { got.text[id] = lines; };
  nashra.about = function (facts) {
    about = facts;
    nashra.root(about.rooted);
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

  // Postings: a distance of one sign or more, then a weight.
  function each(postings, take) {
    var at = 0, last = 0;
    while (at < postings.length) {
      var distance = 0, times = 1, sign;
      do {
        sign = SIGNS.indexOf(postings[at++]);
        distance += (sign & 31) * times;
        times *= 32;
      } while (sign & 32);
      last += distance;
      take(last - 1, SIGNS.indexOf(postings[at++]));
    }
  }
  function numbers(postings) {
    var list = [];
    each(postings, function (document) { list.push(document); });
    return list;
  }
  function shard(key) {
    var hash = 0x811C9DC5;
    for (var at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
    return (hash >>> 0) % about.shards;
  }
  function postings(key) {
    var mine = got.terms[shard(key)];
    return Object.prototype.hasOwnProperty.call(mine, key) ? mine[key] : "";
  }
  function keys(text) {
    return nashra.words(text).map(function (word) { return nashra.stem(word.folded); });
  }

  // «…» and "…" are phrases, found as they are written; all other words must be there in any form, those after - must not.
  function parse(query) {
    var phrases = [], without = [];
    var rest = query.replace(/[«"“”„]([^«»"“”„]+)[»"“”]/g, function (_, inside) {
      var phrase = nashra.words(inside).map(function (word) { return word.folded; });
      if (phrase.length) phrases.push(phrase);
      return " ";
    });
    rest = rest.replace(/(^|\s)[-−](\S+)/g, function (_, before, word) {
      without = without.concat(keys(word));
      return " ";
    });
    // 417/2026 is one number.
    rest.split(/\s+/).forEach(function (piece) {
      var words = nashra.words(piece).map(function (word) { return word.folded; });
      if (words.length > 1 && words.every(function (word) { return /^\d+$/.test(word); })) phrases.push(words);
    });
    var wanted = phrases.reduce(function (all, phrase) { return all.concat(phrase.map(nashra.stem)); }, keys(rest));
    return { keys: Array.from(new Set(wanted)), phrases: phrases, without: without };
  }

  // The documents that have all keys, the best first.
  function rank(asked, year, state) {
    var from = 0, to = about.documents, scores = null;
    about.years.forEach(function (row, index) {
      if (String(row[0]) !== year) return;
      from = row[1];
      to = index + 1 < about.years.length ? about.years[index + 1][1] : about.documents;
    });
    asked.keys.forEach(function (key) {
      var list = [], mine = postings(key), next = new Map();
      each(mine, function (document, weight) { list.push([document, weight]); });
      var rare = Math.log(1 + about.documents / (list.length + 0.5));
      list.forEach(function (row) {
        if (row[0] < from || row[0] >= to || (scores && !scores.has(row[0]))) return;
        next.set(row[0], (scores ? scores.get(row[0]) : 0) + rare * row[1] / (row[1] + 3));
      });
      scores = next;
    });
    var taken = about.states[2], without = new Set();
    asked.without.forEach(function (key) {
      each(postings(key), function (document) { without.add(document); });
    });
    var found = Array.from(scores || []).filter(function (row) {
      if (without.has(row[0])) return false;
      if (state === "valid") return !taken.has(row[0]);
      if (state === "withdrawn") return taken.has(row[0]);
      return state !== "corrected" || about.states[1].has(row[0]);
    });
    return found.sort(function (a, b) { return b[1] - a[1] || b[0] - a[0]; }).map(function (row) { return row[0]; });
  }

  function document_of(number) {
    var block = Math.floor(number / about.block);
    return load("search/documents/" + block + ".js").then(function () {
      var row = got.documents[block][number % about.block];
      var folder = row[0].slice(0, 4) + "/" + row[0].slice(5, 7) + "/" + row[0] + "/";
      return load(folder + "text.js").then(function () {
        return { row: row, folder: folder, lines: got.text[row[0]] };
      });
    });
  }

  function holds(lines, phrase) {
    return lines.some(function (line) {
      var words = nashra.words(line);
      return words.some(function (_, at) {
        return phrase.every(function (word, index) { return words[at + index] && words[at + index].folded === word; });
      });
    });
  }

  // A text with the words that were asked for marked.
  function marked(text, wanted) {
    var piece = document.createDocumentFragment(), end = 0;
    nashra.words(text).forEach(function (word) {
      if (wanted.indexOf(nashra.stem(word.folded)) < 0) return;
      piece.append(text.slice(end, word.start));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(word.start, word.end);
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
      nashra.words(line).forEach(function (word) {
        var key = nashra.stem(word.folded);
        if (wanted.indexOf(key) < 0) return;
        if (first < 0) first = word.start;
        seen.add(key);
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

  function show(found, wanted) {
    var row = found.row, item = add($("list"), "li", row[4] === 2 ? "taken-back" : "");
    add(item, "time", "", row[3]).dateTime = row[0].slice(0, 10);
    var body = add(item, "div"), link = add(body, "a", "title");
    link.href = found.folder + "index.html";
    link.append(marked(row[1], wanted));
    add(body, "p", "passage", marked(passage(found.lines, wanted), wanted));
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

  // Shows the next results; those without the phrase are passed over.
  async function next(state, mine) {
    var left = PAGE, texts = 0;
    $("more").hidden = true;
    while (left > 0 && state.at < state.found.length && texts < MOST_TEXTS) {
      var some = state.found.slice(state.at, state.at + left);
      state.at += some.length;
      texts += some.length;
      var read = await Promise.all(some.map(document_of));
      if (mine !== run) return;
      read.filter(function (found) {
        return state.asked.phrases.every(function (phrase) { return holds(found.lines, phrase); });
      }).forEach(function (found) {
        show(found, state.asked.keys);
        state.shown += 1;
        left -= 1;
      });
    }
    var ended = state.at >= state.found.length;
    if (ended && !state.shown) return none();
    var sure = !state.asked.phrases.length || ended;
    var total = state.asked.phrases.length ? state.shown : state.found.length;
    $("status").textContent = (sure ? count(total) : "") + (ended ? "" : (sure ? "، " : "") + SAID.shown + " " + digits(state.shown));
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

  async function search(query, year, state) {
    var mine = ++run, asked = parse(query);
    $("list").textContent = "";
    $("more").hidden = true;
    $("status").textContent = "";
    if (!asked.keys.length) return;
    $("status").textContent = SAID.busy;
    try {
      await Promise.all(asked.keys.concat(asked.without).map(function (key) { return load("search/terms/" + shard(key) + ".js"); }));
      if (mine !== run) return;
      await next({ found: rank(asked, year, state), at: 0, shown: 0, asked: asked }, mine);
    } catch (error) {
      if (mine === run) broken();
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
