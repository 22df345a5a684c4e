// Words as search takes them: the rules of src/arabic/fold.rs, stem.rs and forms/, which made the index. Their tables are in tables.js.
"use strict";
var nashra = {};
(function () {
  var MARK = /^\p{M}$/u, DIGIT = /^\p{N}$/u, LETTER = /^\p{Alphabetic}$/u, LATIN = /^[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]$/;
  var UNSEEN = /^[\u00AD\u061C\u200B-\u200F\u2060\uFEFF]$/;
  var KEPT = {}, PLAIN = { "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه" };
  [["ٱ", "ا"], ["یېێ", "ي"], ["ەھہۀۂ", "ه"], ["ۃ", "ة"], ["ک", "ك"]].forEach(function (row) {
    Array.from(row[0]).forEach(function (c) { KEPT[c] = row[1]; });
  });
  // The levels of src/arabic/forms/mod.rs.
  nashra.PATTERN = 2; nashra.SYNONYM = 3; nashra.SLIP = 4; nashra.PERHAPS = 5;

  // "letter", "latin", "digit", "shown" and "unseen" inside a word, or "" between words.
  function kind(c) {
    if (c === "\u0640") return "shown";
    if (UNSEEN.test(c)) return "unseen";
    if (MARK.test(c)) return "shown";
    if (DIGIT.test(c)) return "digit";
    if (!LETTER.test(c)) return "";
    return LATIN.test(c.normalize("NFKD")[0]) ? "latin" : "letter";
  }
  function value(c) {
    var code = c.codePointAt(0);
    if (code >= 0x660 && code <= 0x669) return code - 0x660;
    if (code >= 0x6F0 && code <= 0x6F9) return code - 0x6F0;
    return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  }
  function spellSign(c) {
    if (KEPT[c]) return KEPT[c];
    if ((c >= "ء" && c <= "ي") || (c >= "a" && c <= "z")) return c;
    if (value(c) >= 0) return String(value(c));
    var spelled = "", own = kind(c);
    Array.from(c.normalize("NFKD")).forEach(function (part) {
      Array.from(part.toLowerCase()).forEach(function (small) {
        if (kind(small) === own) spelled += small === c ? c : spellSign(small);
      });
    });
    return spelled;
  }
  function groups(signs, at) {
    if (signs[at] !== "," && signs[at] !== "٬") return false;
    var digits = 0;
    while (digits < 4 && at + 1 + digits < signs.length && value(signs[at + 1 + digits]) >= 0) digits += 1;
    return digits === 3;
  }
  nashra.plain = function (word) {
    return Array.from(word).map(function (c) { return PLAIN[c] || c; }).join("");
  };

  // The words of a text: where each begins and ends, its letters as spelled, and folded.
  nashra.words = function (text) {
    var signs = Array.from(text), found = [], open = null, offset = 0;
    function close() {
      if (open && open.spelled) { open.folded = nashra.plain(open.spelled); found.push(open); }
      open = null;
    }
    signs.forEach(function (c, at) {
      var is = kind(c), end = offset + c.length, isWord = is === "letter" || is === "latin" || is === "digit";
      if (open && (is === "shown" || is === "unseen")) {
        if (is === "shown") open.end = end;
      } else if (open && is === open.kind) {
        open.end = end;
        open.spelled += spellSign(c);
      } else if (!(open && open.kind === "digit" && is === "" && groups(signs, at))) {
        close();
        if (isWord) open = { kind: is, start: offset, end: end, spelled: spellSign(c) };
      }
      offset = end;
    });
    close();
    return found;
  };

  // The tables that the index brings.
  var GOD = ["الله", "والله", "فالله", "بالله", "تالله", "لله", "ولله", "فلله"];
  var LEAST = { "و": 3, "ب": 3, "ل": 3, "ف": 4, "ك": 4 };
  var roots = [], nouns = new Set(), singulars = new Map(), patterns = [], synonyms = new Map(), numbers = new Map(), months = new Map(), alone = [];
  function lines(table) {
    return table.split("\n").filter(function (line) { return line && line[0] !== "#"; });
  }
  function push(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    if (map.get(key).indexOf(value) < 0) map.get(key).push(value);
  }
  nashra.tables = function (tables) {
    roots = tables.rooted.split(" ");
    alone = tables.alone.split(" ");
    lines(tables.nouns).forEach(function (line) {
      var words = line.split(" "), singular = canonical(withHamza(words[0]));
      words.forEach(function (word) {
        var folded = nashra.plain(word);
        if ("وفبكل".indexOf(folded[0]) >= 0) nouns.add(folded);
        [withHamza(word), withoutHamza(word)].forEach(function (form) {
          push(singulars, canonical(form), singular);
          push(singulars, kept(form), singular);
        });
      });
    });
    patterns = lines(tables.patterns).map(function (line) {
      var parts = line.split(/ [>:] /);
      return { plural: parts[0], singulars: parts[1].split(" "), level: Number(parts[2]) };
    });
    lines(tables.synonyms).forEach(function (line) {
      var words = line.split(" ").map(function (word) { return canonical(withHamza(word)); });
      words.forEach(function (word) {
        words.forEach(function (other) { if (other !== word) push(synonyms, word, other); });
      });
    });
    tables.numbers.forEach(function (row) {
      row[1].split(" ").forEach(function (word) { numbers.set(word.replace("+", ""), { value: row[0], begins: word[0] !== "+" }); });
    });
    tables.months.forEach(function (names, at) {
      names.split(" ").forEach(function (name) { months.set(name, at + 1); });
    });
  };
  nashra.synonyms = function (lemma) { return synonyms.get(lemma) || []; };

  function rooted(word) {
    return roots.some(function (root) {
      return root.endsWith("=") ? word === root.slice(0, -1) : word.startsWith(root);
    });
  }
  function shorter(word) {
    var first = word[0], rest = word.slice(1), after = rest.slice(1);
    if (first === "ا") return rest[0] === "ل" && after.length >= 3 ? after : null;
    if (!LEAST[first] || rooted(word) || nouns.has(word)) return null;
    if (first === "ل" && rest[0] === "ل" && after.length >= 3 && !rooted(rest)) return after;
    return rest.length >= LEAST[first] ? rest : null;
  }
  // The key of a folded word.
  nashra.stem = function (word) {
    if (GOD.indexOf(word) >= 0) return "الله";
    for (var next = shorter(word); next !== null; next = shorter(word)) word = next;
    return word;
  };
  // A folded word, and it without one prefix after another.
  function stages(folded) {
    var found = [{ rest: folded, skipped: 0, definite: false }];
    if (GOD.indexOf(folded) >= 0) return found;
    for (var word = folded, definite = false, next = shorter(word); next !== null; next = shorter(word)) {
      definite = definite || word.startsWith("ال") || (word.startsWith("لل") && word.length - next.length > 1);
      word = next;
      found.push({ rest: word, skipped: folded.length - word.length, definite: definite });
    }
    return found;
  }

  function canonical(word) {
    return word.replace(/[أإآ]/g, "ا").replace(/ة/g, "ه").replace(/ى/g, "ي");
  }
  function kept(word) { return word[0] === "إ" ? "إ" + canonical(word.slice(1)) : canonical(word); }
  function withHamza(word) {
    return word[0] + word.slice(1).replace(/[ؤئأإ]/g, "ء").replace(/آ/g, "ءا");
  }
  function withoutHamza(word) {
    return (word[0] === "ؤ" ? "و" : word[0] === "ئ" ? "ي" : word[0]) + word.slice(1).replace(/ؤ/g, "و").replace(/ئ/g, "ي").replace(/[أإآ]/g, "ا");
  }

  function end(word, endings, least, take) {
    endings.forEach(function (ending) {
      if (word.endsWith(ending) && word.length - ending.length >= least) take(word.slice(0, -ending.length), ending);
    });
  }
  // forms/affix.rs
  function withoutPronoun(word, typed) {
    var found = [];
    end(word, ["كما", "هما", "هم", "هن", "ها", "كم", "نا", "ه", "ك"], 0, function (rest, pronoun) {
      var level = pronoun === "ك" ? nashra.PERHAPS : 1;
      function push(word, unless) { found.push({ word: word, level: level, unless: unless === true }); }
      end(rest, ["ت"], 2, function (short) { push(short + "ة"); });
      end(rest, ["ا"], 3, function (short) { push(short + "ى"); });
      end(rest, ["ي", "و"], 3, function (short) { push(short); });
      if (rest.length >= 3) push(rest, typed && pronoun === "ه");
    });
    return found;
  }
  function person(word) {
    if (word[0] === "م") return !(word.length === 5 && word[2] === "ا");
    return word.length === 4 && (word[1] === "ا" || word[2] === "ا");
  }
  function withoutNumber(word, definite) {
    var found = [];
    function push(word, level, unless) { found.push({ word: word, level: level, unless: unless === true }); }
    end(word, definite ? ["تان", "تين"] : ["تان", "تين", "تا", "تي"], 2, function (rest) { push(rest + "ة", 1); });
    end(word, ["ان", "ين", "ون"], 3, function (rest) { push(rest, 1); });
    end(word, ["ات"], 0, function (rest) {
      end(rest, ["و"], 2, function (short) { push(short + "اة", 1); push(short + "ة", 1); });
      if (rest.length < 2) return;
      push(rest + "ة", 1);
      if (rest.length >= 3 && !singulars.has(kept(rest + "ة"))) {
        push(rest, rest.length >= 5 || singulars.has(kept(rest)) ? 1 : nashra.PATTERN, true);
      }
    });
    if (definite) return found;
    end(word, ["ا"], 3, function (rest) { push(rest, rest.endsWith("ي") ? nashra.PATTERN : 1); });
    end(word, ["وا"], 3, function (rest) { push(rest, nashra.PATTERN); });
    end(word, ["و"], 4, function (rest) { push(rest, 1); });
    end(word, ["ي"], 4, function (rest) { push(rest, person(rest) ? nashra.PATTERN : nashra.PERHAPS); });
    return found;
  }
  // forms/pattern.rs
  function root(pattern, word) {
    var found = {};
    for (var at = 0; at < pattern.length; at++) {
      var sign = pattern[at], letter = word[at];
      if (sign < "0" || sign > "9") {
        if (sign !== letter && !(at === 0 && sign === "أ" && letter === "ا")) return null;
      } else if ("اىة".indexOf(letter) >= 0 || (found[sign] && found[sign] !== letter)) {
        return null;
      } else {
        found[sign] = letter;
      }
    }
    return found;
  }
  function plural(word, take) {
    if (word.length < 3 || word.length > 7) return;
    patterns.forEach(function (pattern) {
      var letters = pattern.plural.length === word.length ? root(pattern.plural, word) : null;
      if (!letters) return;
      pattern.singulars.forEach(function (singular) {
        take(singular.replace(/\d/g, function (place) { return letters[place] || place; }), word[0] === "ا" ? nashra.PERHAPS : pattern.level);
      });
    });
  }
  // forms/lemma.rs
  function lemmas(spelled, typed) {
    var found = new Map();
    function add(lemma, level, unless) {
      var known = found.get(lemma);
      if (!known || level < known.level || (level === known.level && !unless && known.unless)) {
        found.set(lemma, { lemma: lemma, level: level, unless: unless === true });
      }
    }
    function know(word, level) {
      var own = canonical(word), known = singulars.get(kept(word));
      (known || []).forEach(function (singular) { add(singular, singular === own ? level : Math.max(level, 1)); });
      return !!known;
    }
    function read(word, definite) {
      add(canonical(word), 0);
      if (know(word, 0)) return;
      var bases = [{ word: word, level: 0 }];
      if (!definite) withoutPronoun(word, typed).forEach(function (less) {
        add(canonical(less.word), less.level, less.unless);
        if (!less.unless) bases.push(less);
      });
      bases.forEach(function (base) {
        if (base.level > 0 && know(base.word, base.level)) return;
        withoutNumber(base.word, definite).forEach(function (less) {
          var level = Math.max(base.level, less.level);
          add(canonical(less.word), level, less.unless);
          know(less.word, level);
        });
        plural(base.word, function (singular, level) { add(canonical(singular), Math.max(base.level, level)); });
      });
    }
    if (alone.indexOf(spelled) >= 0) return [{ lemma: spelled, level: 0, unless: false }];
    var folded = nashra.plain(spelled);
    if (nashra.stem(folded) === "الله") return [{ lemma: "الله", level: 0, unless: false }];
    var all = stages(folded), first = all.findIndex(function (stage) { return stage.definite; });
    all.slice(Math.max(first, 0)).forEach(function (stage) {
      var rest = spelled.slice(stage.skipped), one = withHamza(rest), other = withoutHamza(rest);
      read(one, stage.definite);
      if (other !== one) read(other, stage.definite);
    });
    return Array.from(found.values());
  }

  // forms/number.rs
  function number(words) {
    var first = stages(words[0]).map(function (stage) { return numbers.get(stage.rest); }).filter(Boolean)[0];
    if (!first) return null;
    var total = 0, group = 0, last = 0, count = 1;
    function add(value) {
      if (value >= 1000) total += value; else group += value;
      last = value;
      return true;
    }
    function and(value) {
      var tens = last < 10 && value >= 20 && value < 100 && value % 10 === 0;
      return tens || (value < last && (last >= 100 || (last >= 20 && value < 10))) ? add(value) : false;
    }
    function times(value) {
      if (value === 10 && last >= 1 && last < 10) group += 10;
      else if (value === 100 && last >= 3 && last < 10) group += last * 99;
      else if (value >= 1000 && group > 0) { value = value < 1000000 ? 1000 : 1000000; total += group * value; group = 0; }
      else return false;
      last = value;
      return true;
    }
    add(first.value);
    for (; count < words.length; count++) {
      var word = words[count], after = word[0] === "و" ? numbers.get(word.slice(1)) : null, own = numbers.get(word);
      if (!(after ? and(after.value) : own && times(own.value))) break;
    }
    return first.begins || count > 1 ? { key: String(total + group), kind: "number", count: count } : null;
  }
  // forms/month.rs
  function month(words) {
    return stages(words[0]).map(function (stage) {
      if (!/^(كانون|كانووني|تشرين|تشريني)$/.test(stage.rest)) return months.has(stage.rest) ? { month: months.get(stage.rest), count: 1 } : null;
      var name = words[1] && stage.rest + "_" + words[1].replace(/^ال/, "");
      return months.has(name) ? { month: months.get(name), count: 2 } : null;
    }).filter(Boolean)[0] || null;
  }
  nashra.month = function (text) {
    var words = nashra.words(text).map(function (word) { return word.folded; }), found = words.length ? month(words) : null;
    return found ? found.month : null;
  };
  // forms/token.rs
  function name(words) {
    var first = nashra.stem(words[0]), second = words[1] || "";
    function bare(word) { return word.startsWith("ال") && word.length >= 5 ? word.slice(2) : word; }
    if (first === "عبد") {
      if (!second.startsWith("ال") || second.length < 4) return null;
      second = second === "الله" ? second : bare(second);
      return { key: "عبد" + second, second: second, count: 2 };
    }
    var rest = first.slice(5);
    if (first.startsWith("عبدال") && rest.length >= 2) {
      second = rest === "له" ? "الله" : rest;
      return { key: "عبد" + second, second: second, count: 1 };
    }
    if (first === "ابو" || first === "ابي" || first === "ابا") {
      if (second.length < 2 || !Array.from(second).every(function (c) { return LETTER.test(c); })) return null;
      return { key: "ابو" + bare(second), second: bare(second), count: 2 };
    }
    rest = first.slice(5);
    return /^اب[وي]ال/.test(first) && rest.length >= 3 ? { key: "ابو" + rest, second: rest, count: 1 } : null;
  }
  function key(spelled) {
    var folded = nashra.plain(spelled), rest = nashra.stem(folded);
    if (rest === "الله") return rest;
    var letters = Array.from(spelled.slice(folded.length - rest.length));
    return letters.map(function (c, at) {
      if (at === 0 && "أإآ".indexOf(c) >= 0) return c;
      return at === letters.length - 1 && (c === "ة" || c === "ى") ? c : PLAIN[c] || c;
    }).slice(0, 48).join("");
  }

  // The words of a text as search takes them: some are one with the next.
  nashra.tokens = function (text) {
    var words = nashra.words(text), found = [], at = 0;
    words.forEach(function (word, index) {
      var between = index ? text.slice(words[index - 1].end, word.start) : "";
      word.next = /^[^\S\n]+$/.test(between);
    });
    while (at < words.length) {
      var together = at + 1;
      while (together < words.length && together < at + 13 && words[together].next) together += 1;
      var folded = words.slice(at, together).map(function (word) { return word.folded; });
      var own = words[at], token = number(folded), found_month = token ? null : month(folded);
      if (found_month && !own.spelled.endsWith("أب")) token = { key: "شهر" + found_month.month, kind: "month", month: found_month.month, count: found_month.count };
      if (!token) { token = name(folded); if (token) token.kind = "name"; }
      if (!token) token = { key: key(own.spelled), kind: /^[0-9]/.test(own.folded) ? "number" : "word", count: 1 };
      token.start = own.start;
      token.end = words[at + token.count - 1].end;
      token.spelled = token.kind === "word" ? own.spelled : token.key;
      token.folded = nashra.plain(token.spelled);
      found.push(token);
      at += token.count;
    }
    return found;
  };
  // The lemmas of a token; `typed` for one of a query.
  nashra.forms = function (token, typed) {
    if (token.kind === "word") return lemmas(token.spelled, typed);
    var own = [{ lemma: token.key, level: 0, unless: false }];
    if (token.kind === "name" && !typed) own.push({ lemma: nashra.stem(nashra.plain(token.second)), level: 1, unless: false });
    return own;
  };

  // forms/slip.rs: what it costs to make one word of the other, and how many slips it takes; null when too far.
  var ALIKE = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "ضظ", "ذزظ", "اويهء"];
  nashra.slip = function (typed, word) {
    var short = Math.min(typed.length, word.length), most = short < 3 ? 0 : short < 7 ? 1 : 2;
    if (!most || Math.abs(typed.length - word.length) > most || (short === 3 && typed.length === word.length)) return null;
    function less(a, b) { return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? a : b; }
    function plus(from, cost) { return [from[0] + cost, from[1] + 1]; }
    var rows = [Array.from({ length: word.length + 1 }, function (_, count) { return [2 * count, count]; })];
    for (var i = 0; i < typed.length; i++) {
      var row = [[2 * (i + 1), i + 1]], above = rows[i];
      for (var j = 0; j < word.length; j++) {
        var a = typed[i], b = word[j];
        var alike = ALIKE.some(function (letters) { return letters.indexOf(a) >= 0 && letters.indexOf(b) >= 0; });
        var best = a === b ? above[j] : plus(above[j], alike ? 1 : 2);
        best = less(best, plus(above[j + 1], i && typed[i - 1] === a ? 1 : 2));
        best = less(best, plus(row[j], j && word[j - 1] === b ? 1 : 2));
        if (i && j && typed[i - 1] === b && word[j - 1] === a) best = less(best, plus(rows[i - 1][j - 1], 1));
        row.push(best);
      }
      rows.push(row);
    }
    var end = rows[typed.length][word.length];
    return end[1] <= most ? { cost: end[0], count: end[1] } : null;
  };
})();
