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

  private record Factor(TableCollector.Mention mention, boolean hasAlias) {}

  private final Rule rule;
  private final List<Factor> factors = new ArrayList<>();
  private final Map<String, List<Factor>> factorsByName = new HashMap<>();
  private final Set<TableName> named = new LinkedHashSet<>();
  private boolean unqualifiedAssignment;

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
    Factor factor = new Factor(mention, alias.isPresent());
    factors.add(factor);
    String name = alias.orElse(mention.name().table());
    factorsByName.computeIfAbsent(lower(name), key -> new ArrayList<>()).add(factor);
  }

  /** Notes the left side of an assignment: a column with its table as its schema, or alone. */
  void addAssignment(TableName column) {
    if (column.schema().isEmpty()) {
      unqualifiedAssignment = true;
    } else {
      named.add(new TableName(Optional.empty(), column.schema().get()));
    }
  }

  void resolve() {
    boolean all = rule == Rule.DELETE_ALL || (rule == Rule.UPDATE && factors.size() == 1);
    if (all) {
      factors.forEach(factor -> factor.mention.isWritten());
      return;
    }
    boolean none = true;
    for (TableName target : named) {
      for (Factor factor : factorsByName.getOrDefault(lower(target.table()), List.of())) {
        if (factor.hasAlias ? target.schema().isEmpty() : target.mayBe(factor.mention.name())) {
          factor.mention.isWritten();
          none = false;
        }
      }
    }
    if (rule == Rule.UPDATE && !factors.isEmpty() && (none || unqualifiedAssignment)) {
      factors.get(0).mention.isWritten();
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
