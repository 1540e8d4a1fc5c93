package dev.watershed.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names and texts that try to become markup, script, templates, addresses or another order. */
final class HostileTexts {

  private static final List<String> PIECES =
      List.of(
          "</script><script>window.hacked=1</script>",
          "<script>window.hacked=1</script>",
          "<!--",
          "-->",
          "<img src=x onerror=window.hacked=1>",
          "<svg onload=window.hacked=1>",
          "\"><a href=javascript:window.hacked=1>",
          "' onmouseover='window.hacked=1",
          "javascript:window.hacked=1",
          "`+(window.hacked=1)+`",
          "${window.hacked=1}",
          "{{constructor.constructor('window.hacked=1')()}}",
          "@if(true)${1}@endif",
          "$unsafe{1}",
          "!{var x = 1;}",
          "{0} {1}",
          "\u2028window.hacked=1\u2029",
          "\u202Edlrow\u202C",
          "\u200Fleft\u061C",
          "\uD800",
          "\uDC00x",
          "\uFFFD",
          "\uFEFF",
          "\u0000",
          "\u001B[31m",
          "\r\n",
          "\t",
          "%2e%2e/%00",
          "%",
          "%zz",
          "/",
          "?q=1&sort=-x",
          "#summary",
          "&lt;b&gt;",
          "&amp",
          "]]>",
          "\\",
          "'; DROP TABLE x; --",
          "__proto__",
          "constructor",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "\uD83D\uDE00",
          "漢字",
          "e\u0301");

  private HostileTexts() {}

  /** Each piece by itself, then some together, drawn by a seed; no two are the same. */
  static List<String> corpus(int mixed, long seed) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>(PIECES);
    while (all.size() < PIECES.size() + mixed) {
      StringBuilder text = new StringBuilder();
      for (int piece = 0; piece <= 1 + random.nextInt(4); piece++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      all.add(text.append(all.size()).toString());
    }
    return List.copyOf(all);
  }

  /** A million characters. */
  static String million() {
    return "<b onclick=window.hacked=1>x.y</b> ".repeat(30_000);
  }
}
