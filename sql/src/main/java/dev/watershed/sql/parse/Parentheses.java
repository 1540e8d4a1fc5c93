package dev.watershed.sql.parse;

import java.util.Arrays;
import java.util.List;

/** Which parentheses of a list of tokens belong together. */
final class Parentheses {

  private final int[] partner;
  private final int depth;
  private final boolean balanced;

  private Parentheses(int[] partner, int depth, boolean balanced) {
    this.partner = partner;
    this.depth = depth;
    this.balanced = balanced;
  }

  static Parentheses of(List<SqlToken> tokens) {
    int[] partner = new int[tokens.size()];
    Arrays.fill(partner, tokens.size());
    int[] open = new int[tokens.size()];
    int depth = 0;
    int deepest = 0;
    boolean balanced = true;
    for (int i = 0; i < partner.length; i++) {
      if (tokens.get(i).isOpen()) {
        open[depth++] = i;
        deepest = Math.max(deepest, depth);
      } else if (tokens.get(i).isClose()) {
        balanced &= depth > 0;
        if (depth > 0) {
          partner[i] = open[--depth];
          partner[open[depth]] = i;
        }
      }
    }
    return new Parentheses(partner, deepest, balanced && depth == 0);
  }

  /** The place of the other parenthesis; the number of tokens if there is none. */
  int partner(int at) {
    return partner[at];
  }

  /** How many are open at once. */
  int depth() {
    return depth;
  }

  boolean balanced() {
    return balanced;
  }
}
