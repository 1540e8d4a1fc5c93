package dev.watershed.sql.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The common table expressions that are visible at a place, inner ones first. */
final class CommonTables {

  /** A common table expression. */
  static final class Expression {
    private OptionalInt block = OptionalInt.empty();
    private Optional<List<OutputColumn>> columns = Optional.empty();

    /** The block of its query; empty inside itself. */
    OptionalInt block() {
      return block;
    }

    Optional<List<OutputColumn>> columns() {
      return columns;
    }

    void setColumns(Optional<List<OutputColumn>> columns) {
      this.columns = columns;
    }

    void complete(ResolvedQuery query, Optional<List<OutputColumn>> columns) {
      this.block = OptionalInt.of(query.block());
      this.columns = columns;
    }
  }

  private final Optional<CommonTables> outer;
  private final Map<String, Expression> byKey = new HashMap<>();

  CommonTables(Optional<CommonTables> outer) {
    this.outer = outer;
  }

  static CommonTables none() {
    return new CommonTables(Optional.empty());
  }

  void add(String name, Expression expression) {
    byKey.put(Names.key(name), expression);
  }

  Optional<Expression> find(String name) {
    Expression found = byKey.get(Names.key(name));
    return found != null ? Optional.of(found) : outer.flatMap(further -> further.find(name));
  }
}
