package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Objects;

/** Finds tables that have nearly the same columns, weighed by rarity. */
public final class NearDuplicates {

  /** A table and its columns. */
  public record Form(CoupledTable table, TableDefinition definition) {

    public Form {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(definition, "definition");
    }
  }

  /**
   * Two tables that are nearly the same.
   *
   * @param likeness 0 to 1
   */
  public record Pair(CoupledTable one, CoupledTable other, double likeness) {

    public Pair {
      Objects.requireNonNull(one, "one");
      Objects.requireNonNull(other, "other");
    }
  }

  private NearDuplicates() {}

  /** All pairs among some tables, the most alike first, then by name. */
  public static List<Pair> of(List<Form> forms) {
    return new Likeness(
            forms.stream().map(each -> TableForm.of(each.table(), each.definition())).toList())
        .pairs().stream()
            .map(pair -> new Pair(pair.one().table(), pair.other().table(), pair.likeness()))
            .toList();
  }
}
