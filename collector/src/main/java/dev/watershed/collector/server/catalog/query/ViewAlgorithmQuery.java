package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Query;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for the algorithm of a view, which MySQL tells in its definition only. */
public final class ViewAlgorithmQuery {

  private static final Pattern ALGORITHM =
      Pattern.compile("CREATE ALGORITHM=(\\w+) .*", Pattern.DOTALL);

  private ViewAlgorithmQuery() {}

  /** Such as {@code MERGE}; empty if the definition names none. */
  public static Query<Optional<String>> of(TableKey view) {
    return Query.of(
        "SHOW CREATE VIEW " + view.quoted(),
        rows -> rows.next() ? algorithm(rows.getString(2)) : Optional.empty());
  }

  static Optional<String> algorithm(String definition) {
    Matcher matcher = ALGORITHM.matcher(definition);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
