package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes valid statements of many kinds. One source of chance decides their structure, another what
 * must not matter: literals, the lengths of lists, white space, comments, the letter case of words.
 */
final class StatementGenerator {
  private static final int MAX_DEPTH = 5;

  /** In a template a blank is any white space, {@code ~} is one blank, {@code {x}} another rule. */
  private static final Map<String, List<String>> RULES = StatementRules.RULES;

  private static final List<String> NAMES =
      List.of(
          "id",
          "a",
          "b",
          "Name",
          "name",
          "member_id",
          "t0_",
          "id_0_",
          "status",
          "count",
          "rank_1",
          "created_at",
          "a_very_long_column_name_of_some_table",
          "`order`",
          "`a b`",
          "`x``y`",
          "é",
          "orders_2024",
          "`select`",
          "date",
          "_x",
          "col$1",
          "sixteen_letters_",
          "eight_ch");

  private final SqlMode mode;
  private Random structure = new Random();
  private Random detail = new Random();
  private StringBuilder out = new StringBuilder();

  StatementGenerator(SqlMode mode) {
    this.mode = mode;
  }

  /** The statement of a structure, in one of its many spellings. */
  String statement(long structureSeed, long detailSeed) {
    structure = new Random(structureSeed * 0x9E3779B97F4A7C15L);
    detail = new Random(detailSeed * 0x9E3779B97F4A7C15L + structureSeed);
    out = new StringBuilder();
    expand("statement", 0);
    return out.toString();
  }

  private void expand(String rule, int depth) {
    List<String> alternatives = RULES.get(rule);
    if (alternatives == null) {
      leaf(rule);
      return;
    }
    // The first alternative of a rule ends.
    int choice = depth > MAX_DEPTH ? 0 : structure.nextInt(alternatives.size());
    template(alternatives.get(choice), depth + 1);
  }

  private void template(String template, int depth) {
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '{') {
        int end = template.indexOf('}', at);
        expand(template.substring(at + 1, end), depth);
        at = end + 1;
      } else if (c == ' ') {
        blank();
        at++;
      } else if (Character.isUpperCase(c)) {
        int end = at;
        while (end < template.length() && isWord(template.charAt(end))) {
          end++;
        }
        word(template.substring(at, end));
        at = end;
      } else {
        out.append(c == '~' ? ' ' : c);
        at++;
      }
    }
  }

  private static boolean isWord(char c) {
    return Character.isUpperCase(c) || Character.isDigit(c) || c == '_';
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean lower = detail.nextInt(4) == 0;
      out.append(lower ? Character.toLowerCase(word.charAt(i)) : word.charAt(i));
    }
  }

  private void blank() {
    switch (detail.nextInt(24)) {
      case 0 -> out.append("\n  ");
      case 1 -> out.append('\t');
      case 2 -> out.append(" /* it's \" a `comment` */ ");
      case 3 -> out.append(" -- it's another\n");
      case 4 -> out.append(" # and \"one more\n");
      case 5 -> out.append("/**/");
      case 6 -> out.append("  \r\n");
      case 7 -> out.append(" /*!99999 newer /* nested */ code */ ");
      default -> out.append(' ');
    }
  }

  private void leaf(String leaf) {
    switch (leaf) {
      case "name" -> out.append(NAMES.get(structure.nextInt(NAMES.size())));
      case "number" -> number();
      case "text" -> text();
      case "literal" -> literal();
      case "literals" -> literals(2 + detail.nextInt(4));
      case "list" -> literals(1 + detail.nextInt(4));
      case "sign" -> sign();
      case "column" -> out.append(1 + structure.nextInt(12));
      case "rows" -> rows();
      case "open" -> out.append('{');
      case "close" -> out.append('}');
      default -> throw new IllegalArgumentException("no rule " + leaf);
    }
  }

  private void rows() {
    int rows = 2 + detail.nextInt(3);
    for (int i = 0; i < rows; i++) {
      out.append(i == 0 ? "(" : ",(");
      literals(3);
      out.append(')');
    }
  }

  private void literals(int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(',');
        out.append(detail.nextBoolean() ? " " : "");
      }
      literal();
    }
  }

  private void literal() {
    boolean belongs = out.length() > 0 && "=(,<>".indexOf(out.charAt(out.length() - 1)) >= 0;
    switch (detail.nextInt(12)) {
      case 0 -> {
        out.append(belongs ? "-" : "");
        number();
      }
      case 1, 2, 3, 5 -> number();
      case 4 -> out.append("NULL");
      case 6 -> out.append("X'41'");
      case 7 -> out.append("0x4142");
      case 8 -> out.append("b'0101'");
      case 9 -> out.append("N'n'");
      default -> text();
    }
  }

  /** Where a sign does not belong to the literal for certain, it is a matter of structure. */
  private void sign() {
    int position = structure.nextInt(4);
    boolean belongs = out.length() > 0 && "=(,<>".indexOf(out.charAt(out.length() - 1)) >= 0;
    out.append(List.of("", "-", "+", "- ").get(belongs ? detail.nextInt(4) : position));
  }

  private void number() {
    out.append(
        switch (detail.nextInt(7)) {
          case 0 -> "0";
          case 1 -> "1.5";
          case 2 -> ".25";
          case 3 -> "1e10";
          case 4 -> "2.5E-3";
          case 5 -> "18446744073709551616";
          default -> Integer.toString(detail.nextInt(1_000_000));
        });
  }

  private void text() {
    boolean escapes = !mode.noBackslashEscapes();
    char quote = mode.ansiQuotes() || detail.nextBoolean() ? '\'' : '"';
    String body =
        switch (detail.nextInt(7)) {
          case 0 -> "";
          case 1 -> "x".repeat(detail.nextInt(40));
          case 2 -> "it" + quote + quote + "s; -- no /* comment # here";
          case 3 -> escapes ? "back\\" + quote + "slash\\\\" : "back\\slash\\";
          case 4 -> "日本語 ü";
          case 5 -> "line\nbreak " + (quote == '"' ? "'" : "\"");
          default -> "2026-11-23 22:31:50";
        };
    out.append(quote).append(body).append(quote);
  }
}
