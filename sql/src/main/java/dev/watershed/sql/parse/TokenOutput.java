package dev.watershed.sql.parse;

import java.util.ArrayList;
import java.util.List;

/** Walks over tokens from the first to the last, and collects what shall stand instead. */
final class TokenOutput {

  private final List<SqlToken> in;
  private final List<SqlToken> out;
  private final int[] closings;
  private int at;

  TokenOutput(List<SqlToken> in) {
    this.in = in;
    this.out = new ArrayList<>(in.size() + 16);
    this.closings = new int[in.size() + 1];
  }

  boolean hasNext() {
    if (at < closings.length) {
      for (; closings[at] > 0; closings[at]--) {
        out.add(SqlToken.CLOSE);
      }
    }
    return at < in.size();
  }

  int at() {
    return at;
  }

  /** The token {@code distance} places ahead; 0 is the next one, -1 the last one read. */
  SqlToken peek(int distance) {
    int index = at + distance;
    return index >= 0 && index < in.size() ? in.get(index) : SqlToken.END;
  }

  /** The last token written. */
  SqlToken last() {
    return out.isEmpty() ? SqlToken.END : out.get(out.size() - 1);
  }

  void copy() {
    out.add(in.get(at++));
  }

  void skip(int count) {
    at = Math.min(in.size(), at + count);
  }

  void skipTo(int index) {
    at = Math.min(in.size(), index);
  }

  void write(SqlToken token) {
    out.add(token);
  }

  /** Writes before the last {@code count} tokens written. */
  void writeBefore(int count, SqlToken... tokens) {
    out.addAll(out.size() - count, List.of(tokens));
  }

  /** Writes a closing parenthesis before the input's token of this index. */
  void closeBefore(int index) {
    closings[Math.min(index, in.size())]++;
  }

  /**
   * How many tokens the column has that was written last: {@code a}, {@code t.a}, {@code s.t.a}.
   */
  int lengthOfLastName() {
    int length = 1;
    while (length + 2 <= out.size()
        && out.get(out.size() - length - 1).isDot()
        && out.get(out.size() - length - 2).isName()) {
      length += 2;
    }
    return length;
  }

  /**
   * The index behind the operand that begins at an index: a literal, a name, a call, {@code (…)}.
   */
  int endOfOperand(int from, Parentheses parentheses) {
    int end = from;
    while (end < in.size() && (in.get(end).isSymbol("-") || in.get(end).isSymbol("+"))) {
      end++;
    }
    if (end < in.size() && in.get(end).isOpen()) {
      return parentheses.partner(end) + 1;
    }
    end++;
    while (end + 1 < in.size() && in.get(end).isDot()) {
      end += 2;
    }
    return end < in.size() && in.get(end).isOpen() ? parentheses.partner(end) + 1 : end;
  }

  List<SqlToken> tokens() {
    return out;
  }
}
