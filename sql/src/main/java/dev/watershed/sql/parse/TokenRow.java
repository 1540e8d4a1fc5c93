package dev.watershed.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement's tokens, and a place in them. What is searched stands outside of parentheses. */
final class TokenRow {

  private final List<SqlToken> tokens;
  private final Parentheses parentheses;
  private int at;

  TokenRow(List<SqlToken> tokens) {
    int size = tokens.size();
    while (size > 0 && tokens.get(size - 1).isSymbol(";")) {
      size--;
    }
    this.tokens = List.copyOf(tokens.subList(0, size));
    this.parentheses = Parentheses.of(this.tokens);
  }

  int at() {
    return at;
  }

  int end() {
    return tokens.size();
  }

  void moveTo(int index) {
    at = Math.min(index, end());
  }

  /** The token so far ahead. */
  SqlToken token(int distance) {
    return tokenAt(at + distance);
  }

  SqlToken tokenAt(int index) {
    return index >= 0 && index < end() ? tokens.get(index) : SqlToken.END;
  }

  boolean isAt(String keyword) {
    return token(0).is(keyword);
  }

  int partner(int index) {
    return parentheses.partner(index);
  }

  /** Skips a verb and the words that may stand behind it. */
  void skipVerb(Set<String> options) {
    at++;
    while (options.contains(token(0).keyword())) {
      at++;
    }
  }

  /** The first place of one of these keywords from an index on; the end if there is none. */
  int find(Set<String> keywords, int from) {
    int index = from;
    while (index < end() && !keywords.contains(tokens.get(index).keyword())) {
      index = tokens.get(index).isOpen() ? partner(index) + 1 : index + 1;
    }
    return Math.min(index, end());
  }

  boolean hasJoin(int from, int to) {
    return between(from, to).stream().anyMatch(token -> token.is("JOIN"));
  }

  List<SqlToken> between(int from, int to) {
    return from < to ? tokens.subList(from, Math.min(to, end())) : List.of();
  }

  /** The index behind a name with its qualifiers. */
  int endOfName(int from) {
    int index = tokenAt(from).isDot() ? from + 2 : from + 1;
    while (tokenAt(index).isDot()) {
      index += 2;
    }
    return Math.min(index, end());
  }

  /** The names of a list, {@code a, b.c, d.*}; what follows a name up to a comma is left out. */
  List<WrittenName> names(int from, int to) {
    List<WrittenName> names = new ArrayList<>();
    int index = from;
    while (index < to) {
      index = tokenAt(index).isDot() ? index + 1 : index;
      Optional<String> qualifier = Optional.empty();
      String name = tokenAt(index).text();
      while (tokenAt(index + 1).isDot() && index + 2 < to && !tokenAt(index + 2).isSymbol("*")) {
        qualifier = Optional.of(name);
        index += 2;
        name = tokenAt(index).text();
      }
      names.add(new WrittenName(qualifier, name));
      while (index < to && !tokenAt(index).isComma()) {
        index = tokenAt(index).isOpen() ? partner(index) + 1 : index + 1;
      }
      index++;
    }
    return names;
  }

  /**
   * Writes {@code a = x, t.b = y} as {@code a, x, t.b, y}.
   *
   * @param targets whether the columns are written; otherwise {@code x, y}
   */
  void assignments(int from, int to, boolean targets, List<SqlToken> out) {
    boolean target = true;
    for (int index = from; index < to; index++) {
      SqlToken token = tokenAt(index);
      if (target && token.isSymbol("=")) {
        if (targets) {
          out.add(SqlToken.COMMA);
        }
        target = false;
      } else if (target && !targets) {
        continue;
      } else if (token.isOpen()) {
        int close = Math.min(partner(index), to - 1);
        out.addAll(between(index, close + 1));
        index = close;
      } else {
        out.add(token);
        target |= token.isComma();
      }
    }
  }

  /** The columns that {@code a = x, t.b = y} sets. */
  List<String> assigned(int from, int to) {
    return names(from, to).stream().map(WrittenName::name).toList();
  }
}
