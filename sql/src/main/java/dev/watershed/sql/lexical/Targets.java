package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tables of an UPDATE's or a DELETE's list it writes. Decided when the statement ends. */
final class Targets {

  private enum Rule {
    UPDATE,
    DELETE_LISTED,
    DELETE_ALL
  }

  /**
   * A table of the list.
   *
   * @param name its alias or its own, in lower case
   */
  private record Factor(TableCollector.Mention mention, String name, boolean hasAlias) {}

  private final Rule rule;
  private final List<Factor> factors = new ArrayList<>();
  private final Map<String, List<Factor>> factorsByName = new HashMap<>();
  private final Set<TableName> named = new LinkedHashSet<>();
  private final Map<String, Set<String>> assigned = new HashMap<>();
  private final Set<String> assignedWithoutTable = new LinkedHashSet<>();

  private Targets(Rule rule) {
    this.rule = rule;
  }

  static Targets ofUpdate() {
    return new Targets(Rule.UPDATE);
  }

  /** Of {@code DELETE FROM t}, which has one table. */
  static Targets ofDelete() {
    return new Targets(Rule.DELETE_ALL);
  }

  /** Of {@code DELETE a, b FROM …} and {@code DELETE FROM a, b USING …}. */
  static Targets ofDelete(List<TableName> listed) {
    Targets targets = new Targets(Rule.DELETE_LISTED);
    targets.named.addAll(listed);
    return targets;
  }

  boolean assigns() {
    return rule == Rule.UPDATE;
  }

  void addFactor(TableCollector.Mention mention, Optional<String> alias) {
    String name = lower(alias.orElse(mention.name().table()));
    Factor factor = new Factor(mention, name, alias.isPresent());
    factors.add(factor);
    factorsByName.computeIfAbsent(name, key -> new ArrayList<>()).add(factor);
  }

  /** Notes the left side of an assignment: a column with its table as its schema, or alone. */
  void addAssignment(TableName column) {
    if (column.schema().isEmpty()) {
      assignedWithoutTable.add(lower(column.table()));
    } else {
      String table = column.schema().get();
      named.add(new TableName(Optional.empty(), table));
      assigned
          .computeIfAbsent(lower(table), key -> new LinkedHashSet<>())
          .add(lower(column.table()));
    }
  }

  void resolve() {
    boolean all = rule == Rule.DELETE_ALL || (rule == Rule.UPDATE && factors.size() == 1);
    if (all) {
      factors.forEach(this::write);
      return;
    }
    boolean none = true;
    for (TableName target : named) {
      for (Factor factor : factorsByName.getOrDefault(lower(target.table()), List.of())) {
        if (factor.hasAlias ? target.schema().isEmpty() : target.mayBe(factor.mention.name())) {
          write(factor);
          none = false;
        }
      }
    }
    boolean first = none || !assignedWithoutTable.isEmpty();
    if (rule == Rule.UPDATE && !factors.isEmpty() && first) {
      write(factors.get(0));
    }
  }

  private void write(Factor factor) {
    if (rule != Rule.UPDATE) {
      factor.mention.isWritten(RowAction.DELETE);
      return;
    }
    // A column without its table may be of any of them.
    factor.mention.isUpdated(
        List.of(assignedWithoutTable, assigned.getOrDefault(factor.name, Set.of())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
