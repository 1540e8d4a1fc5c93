package dev.watershed.sql.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The passes in their order. */
final class Passes {

  private final List<String> hints = new ArrayList<>();
  private final List<Pass> passes =
      List.of(
          new Literals(),
          new SelectOptions(),
          new TableOptions(hints),
          new LockingClauses(),
          new GroupDirections(),
          new Windows(),
          new CallForms(),
          new Intervals(),
          new Operators(),
          new PlainWords(),
          new RedundantParentheses());

  /** The tokens as the parser takes them. Hints are left out and kept. */
  List<SqlToken> apply(List<SqlToken> statement) {
    List<SqlToken> tokens = withoutHints(statement);
    Set<String> words = new HashSet<>();
    tokens.forEach(token -> words.add(token.keyword()));
    for (Pass pass : passes) {
      if (pass.triggers().isEmpty() || pass.triggers().stream().anyMatch(words::contains)) {
        tokens = pass.apply(tokens);
      }
    }
    return tokens;
  }

  private List<SqlToken> withoutHints(List<SqlToken> statement) {
    List<SqlToken> tokens = new ArrayList<>(statement.size());
    for (SqlToken token : statement) {
      if (token.kind() == SqlToken.Kind.HINT) {
        hints.add(token.text());
      } else {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /** Optimizer hints and index hints, in the order of the text by kind. */
  List<String> hints() {
    return List.copyOf(hints);
  }
}
