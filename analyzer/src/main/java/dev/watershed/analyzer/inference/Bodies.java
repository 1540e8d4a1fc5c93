package dev.watershed.analyzer.inference;

import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.LexicalPass;
import java.util.HashMap;
import java.util.Map;

/** What the bodies and view texts of a catalog do; each is read once. Not thread-safe. */
final class Bodies {

  private final Map<String, LexicalActions> bodies = new HashMap<>();
  private final Map<String, LexicalActions> queries = new HashMap<>();

  LexicalActions ofBody(String body) {
    return bodies.computeIfAbsent(body, LexicalPass::actionsOfBody);
  }

  LexicalActions ofQuery(String query) {
    return queries.computeIfAbsent(query, LexicalPass::actions);
  }
}
