// The keys of the words of a query: their forms, and what they were perhaps meant to be. As src/archive/index/ does it.
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
