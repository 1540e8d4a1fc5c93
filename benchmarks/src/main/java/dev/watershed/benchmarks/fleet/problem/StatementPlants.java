package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.service.Argument;

/** How one tells that a problem of statements is there. */
final class StatementPlants {

  private static final int LONG_LIST = 500;
  private static final int MANY_DIGESTS = 30;

  private StatementPlants() {}

  /** All statements of the case hold a text, {@code %c} standing for its first column. */
  static PlantCheck text(String text) {
    return (planted, facts) -> {
      String column = planted.columns().isEmpty() ? "" : planted.columns().get(0);
      return !facts.queries(planted).isEmpty()
          && facts
              .templates(planted)
              .allMatch(template -> template.sql().contains(text.replace("%c", column)));
    };
  }

  /** All statements of the case have neither WHERE nor LIMIT. */
  static PlantCheck unbounded(String verb) {
    return (planted, facts) ->
        text(verb).holds(planted, facts)
            && facts
                .templates(planted)
                .noneMatch(each -> each.sql().contains("WHERE") || each.sql().contains("LIMIT"));
  }

  static boolean likeWithLeadingWildcard(PlantedCase planted, PlantFacts facts) {
    return facts
        .templates(planted)
        .anyMatch(
            template ->
                template.sql().contains("LIKE ?")
                    && template.arguments().stream()
                        .anyMatch(
                            argument ->
                                argument instanceof Argument.Pick pick
                                    && pick.words().stream().allMatch(w -> w.startsWith("%"))));
  }

  static boolean statementPerRow(PlantedCase planted, PlantFacts facts) {
    return facts.queries(planted).stream().anyMatch(query -> query.query().each());
  }

  static boolean longList(PlantedCase planted, PlantFacts facts) {
    return facts.templates(planted).anyMatch(each -> each.arguments().size() >= LONG_LIST);
  }

  static boolean manyDigests(PlantedCase planted, PlantFacts facts) {
    long digests =
        facts.templates(planted).map(each -> each.fingerprint().digest()).distinct().count();
    return digests >= MANY_DIGESTS;
  }
}
