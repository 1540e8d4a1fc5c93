package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.Index;
import dev.watershed.benchmarks.fleet.schema.Table;
import java.util.List;
import java.util.regex.Pattern;

/** How one tells that a problem of indexes is there. */
final class IndexPlants {

  private static final int MANY = 6;

  private IndexPlants() {}

  static boolean noIndexBeginsWithColumns(PlantedCase planted, PlantFacts facts) {
    Table table = table(planted, facts);
    String first = planted.columns().get(0);
    List<String> used = planted.columns();
    boolean indexed =
        table.indexes().stream()
            .anyMatch(
                index ->
                    used.size() == 1
                        ? index.columns().get(0).equals(first)
                        : used.contains(index.columns().get(0)));
    boolean filtered =
        facts.templates(planted).anyMatch(template -> template.sql().contains(first));
    return filtered && !indexed && !table.primaryKey().contains(first);
  }

  static boolean indexIsPrefixOfAnother(PlantedCase planted, PlantFacts facts) {
    Index index = index(planted, facts);
    boolean ordersById =
        facts.templates(planted).anyMatch(template -> template.sql().contains("ORDER BY id"));
    return ordersById == planted.trap()
        && table(planted, facts).indexes().stream()
            .anyMatch(other -> !other.equals(index) && index.isPrefixOf(other));
  }

  static boolean indexEqualsAnother(PlantedCase planted, PlantFacts facts) {
    Index index = index(planted, facts);
    return table(planted, facts).indexes().stream()
        .anyMatch(other -> !other.equals(index) && other.columns().equals(index.columns()));
  }

  /** No statement names the first column after WHERE, ON or ORDER BY. */
  static boolean noStatementFiltersByIndex(PlantedCase planted, PlantFacts facts) {
    Table table = table(planted, facts);
    boolean foreignKey =
        table.foreignKeys().stream()
            .anyMatch(key -> planted.index().orElseThrow().equals(key.name()));
    if (planted.trap() && !foreignKey && !index(planted, facts).unique()) {
      return false;
    }
    String column =
        foreignKey ? table.foreignKeys().get(0).column() : index(planted, facts).columns().get(0);
    Pattern used = Pattern.compile("(WHERE|ON|BY)\\b.*\\b" + column + "\\b");
    return facts
        .templatesOn(table.name())
        .noneMatch(template -> used.matcher(template.sql()).find());
  }

  static boolean manyIndexesAndOnlyInserts(PlantedCase planted, PlantFacts facts) {
    Table table = table(planted, facts);
    return table.indexes().size() >= MANY
        && facts.readers(table.name()).isEmpty()
        && facts.templatesOn(table.name()).allMatch(each -> each.sql().startsWith("INSERT"));
  }

  private static Table table(PlantedCase planted, PlantFacts facts) {
    return facts.catalog().table(planted.tables().get(0));
  }

  private static Index index(PlantedCase planted, PlantFacts facts) {
    return table(planted, facts).index(planted.index().orElseThrow());
  }
}
