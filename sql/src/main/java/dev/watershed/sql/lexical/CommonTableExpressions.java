package dev.watershed.sql.lexical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of the common table expressions that can be seen at a place of the text. */
final class CommonTableExpressions {

  private final Map<String, Integer> declarations = new HashMap<>();

  void declare(String name) {
    declarations.merge(lower(name), 1, Integer::sum);
  }

  void forget(String name) {
    declarations.computeIfPresent(lower(name), (key, count) -> count > 1 ? count - 1 : null);
  }

  boolean isVisible(TableName name) {
    return name.schema().isEmpty() && declarations.containsKey(lower(name.table()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
