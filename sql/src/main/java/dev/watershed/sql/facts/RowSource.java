package dev.watershed.sql.facts;

import java.util.Objects;

/** One of the things whose rows a block joins. */
public sealed interface RowSource {

  /** The name by which columns are qualified. */
  String alias();

  /** How its rows are joined to those before it. */
  Join join();

  /**
   * How rows are joined.
   *
   * @param kind {@link JoinKind#FIRST} for what stands first
   * @param on the condition of ON or USING; {@link Condition#always} without one
   */
  record Join(JoinKind kind, Condition on) {

    /** Of the first source. */
    public static final Join FIRST = new Join(JoinKind.FIRST, Condition.always());

    public Join {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(on, "on");
    }
  }

  /** The kinds of joins. */
  enum JoinKind {
    FIRST,
    /** INNER, CROSS, comma, NATURAL. */
    INNER,
    /** Its rows may be absent: LEFT JOIN. */
    LEFT,
    /** The rows of all sources before it may be absent: RIGHT JOIN. */
    RIGHT,
    /** STRAIGHT_JOIN: those before it are read first. */
    STRAIGHT
  }

  /** A table of the server. */
  record Table(TableRef table, String alias, Join join) implements RowSource {

    public Table {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(join, "join");
    }
  }

  /**
   * The rows of another block.
   *
   * @param block its number
   * @param origin what makes it a block of its own
   */
  record Derived(int block, Origin origin, String alias, Join join) implements RowSource {

    /** What makes rows a block of their own. */
    public enum Origin {
      SUBQUERY,
      COMMON_TABLE_EXPRESSION,
      VIEW
    }

    public Derived {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(join, "join");
    }
  }

  /** Rows from no table: JSON_TABLE, VALUES, a common table expression that refers to itself. */
  record Computed(String alias, Join join) implements RowSource {

    public Computed {
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(join, "join");
    }
  }
}
