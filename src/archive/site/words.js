// Words as search compares them: the rules of src/arabic/fold.rs and src/arabic/stem.rs, which made the index.
"use strict";
var nashra = {};
(function () {
  var MARK = /^\p{M}$/u, DIGIT = /^\p{N}$/u, LETTER = /^\p{Alphabetic}$/u;
  var UNSEEN = /^[\u00AD\u061C\u200B-\u200F\u2060\uFEFF]$/;
  var PLAIN = {};
  [["أإآٱ", "ا"], ["ؤ", "و"], ["ئىیېێ", "ي"], ["ةەھہۀۂۃ", "ه"], ["ک", "ك"]].forEach(function (row) {
    Array.from(row[0]).forEach(function (c) { PLAIN[c] = row[1]; });
  });

  // "letter", "digit", "shown" and "unseen" inside a word, or "" between words.
  function kind(c) {
    if (c === "\u0640") return "shown";
    if (UNSEEN.test(c)) return "unseen";
    if (MARK.test(c)) return "shown";
    if (DIGIT.test(c)) return "digit";
    return LETTER.test(c) ? "letter" : "";
  }

  function value(c) {
    var code = c.codePointAt(0);
    if (code >= 0x660 && code <= 0x669) return code - 0x660;
    if (code >= 0x6F0 && code <= 0x6F9) return code - 0x6F0;
    return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  }

  function foldSign(c) {
    if (PLAIN[c]) return PLAIN[c];
    if ((c >= "ء" && c <= "ي") || (c >= "a" && c <= "z")) return c;
    if (value(c) >= 0) return String(value(c));
    var folded = "";
    Array.from(c.normalize("NFKD")).forEach(function (part) {
      Array.from(part.toLowerCase()).forEach(function (small) {
        var is = kind(small);
        if (is === "letter" || is === "digit") folded += small === c ? c : foldSign(small);
      });
    });
    return folded;
  }

  function groups(signs, at) {
    if (signs[at] !== "," && signs[at] !== "٬") return false;
    var digits = 0;
    while (digits < 4 && at + 1 + digits < signs.length && value(signs[at + 1 + digits]) >= 0) digits += 1;
    return digits === 3;
  }

  // The words of a text: where each begins and ends, and its letters.
  nashra.words = function (text) {
    var signs = Array.from(text), found = [], open = null, offset = 0;
    function close() {
      if (open && open.folded) found.push(open);
      open = null;
    }
    signs.forEach(function (c, at) {
      var is = kind(c), end = offset + c.length;
      if (open && (is === "shown" || is === "unseen")) {
        if (is === "shown") open.end = end;
      } else if (open && is === open.kind) {
        open.end = end;
        open.folded += foldSign(c);
      } else if (!(open && open.kind === "digit" && is === "" && groups(signs, at))) {
        close();
        if (is === "letter" || is === "digit") open = { kind: is, start: offset, end: end, folded: foldSign(c) };
      }
      offset = end;
    });
    close();
    return found;
  };

  var GOD = ["الله", "والله", "فالله", "بالله", "تالله", "لله", "ولله", "فلله"];
  var LEAST = { "و": 3, "ب": 3, "ل": 3, "ف": 4, "ك": 4 };
  var roots = [];

  // Words whose first letter is their own; the index brings them.
  nashra.root = function (list) {
    roots = list.split(" ").filter(Boolean);
  };

  function rooted(word) {
    return roots.some(function (root) {
      return root.endsWith("=") ? word === root.slice(0, -1) : word.startsWith(root);
    });
  }

  function shorter(word) {
    var first = word[0], rest = word.slice(1), after = rest.slice(1);
    if (first === "ا") return rest[0] === "ل" && after.length >= 3 ? after : null;
    if (!LEAST[first] || rooted(word)) return null;
    if (first === "ل" && rest[0] === "ل" && after.length >= 3 && !rooted(rest)) return after;
    return rest.length >= LEAST[first] ? rest : null;
  }

  // The key of a folded word.
  nashra.stem = function (word) {
    if (GOD.indexOf(word) >= 0) return "الله";
    for (var next = shorter(word); next !== null; next = shorter(word)) word = next;
    return /.{3}ون$/.test(word) ? word.slice(0, -2) + "ين" : word;
  };
})();
