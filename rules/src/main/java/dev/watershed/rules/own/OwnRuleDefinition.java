package dev.watershed.rules.own;

import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.rules.rule.RuleScope;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule as a team wrote it.
 *
 * @param name in configurations and results
 * @param title what it fires on, a clause
 * @param scope what it judges
 * @param query a SELECT that returns a row for each violation
 * @param warnIf a condition on a row and on {@code violations}, their number: only those rows that
 *     meet it are violations
 * @param errorIf likewise: the rows that meet it are errors
 * @param parameters that the query names as {@code $name}
 * @param timeLimit after which it is stopped, a second or more
 */
public record OwnRuleDefinition(
    String name,
    String title,
    RuleScope scope,
    SqlText query,
    Optional<SqlText> warnIf,
    Optional<SqlText> errorIf,
    SortedMap<String, QueryValue> parameters,
    Duration timeLimit) {

  /** Where a definition says nothing else. */
  public static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(10);

  public OwnRuleDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(warnIf, "warnIf");
    Objects.requireNonNull(errorIf, "errorIf");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    if (timeLimit.toSeconds() < 1) {
      throw new IllegalArgumentException("expected a second or more");
    }
  }
}
