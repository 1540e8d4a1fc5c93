package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the verb of a statement told about the rest of it. */
final class StatementContext {

  private enum Start {
    NONE,
    /** Behind a word that also stands inside CASE expressions: reserved verbs only. */
    INNER,
    ANY
  }

  private Start start = Start.ANY;
  private boolean inner;
  private boolean explained;
  private boolean definition;
  private boolean alteration;
  private final List<Targets> targets = new ArrayList<>();
  private Optional<TableCollector.Mention> inserted = Optional.empty();

  /** A verb comes next. */
  void expectStart() {
    start = Start.ANY;
  }

  /** A verb may come next. */
  void expectInnerStart() {
    start = Start.INNER;
  }

  /** Whether a verb is expected; the expectation is gone then. */
  boolean takeStart() {
    boolean expected = start != Start.NONE;
    inner = start == Start.INNER;
    start = Start.NONE;
    return expected;
  }

  /** Whether the expectation last taken was for reserved verbs only. */
  boolean isInnerStart() {
    return inner;
  }

  /** The statement is explained and not run. */
  void setExplained() {
    explained = true;
  }

  boolean isExplained() {
    return explained;
  }

  /** REFERENCES names a table. */
  void setDefinition() {
    definition = true;
  }

  boolean isDefinition() {
    return definition;
  }

  /** RENAME and TABLE name tables that are changed. */
  void setAlteration() {
    definition = true;
    alteration = true;
  }

  boolean isAlteration() {
    return alteration;
  }

  /** ON DUPLICATE KEY changes rows of this table. */
  void setInserted(Optional<TableCollector.Mention> table) {
    inserted = table;
  }

  Optional<TableCollector.Mention> inserted() {
    return inserted;
  }

  void addTargets(Targets more) {
    targets.add(more);
  }

  List<Targets> targets() {
    return targets;
  }
}
