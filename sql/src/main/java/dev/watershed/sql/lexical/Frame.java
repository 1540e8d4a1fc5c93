package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A level of parentheses, the lowest being the statement: which part of a query it stands in. */
final class Frame {

  enum Phase {
    /** No query: FROM belongs to a function, commas to lists. */
    EXPRESSION,
    /** Between SELECT and its FROM. */
    SELECT_LIST,
    /** The next thing is a table, a derived table or a join in parentheses. */
    TABLE_EXPECTED,
    /** Behind a table: JOIN and comma bring the next one. */
    TABLE_SEEN,
    /** In an UPDATE's SET, before a column. */
    ASSIGNMENT_EXPECTED,
    /** In an UPDATE's SET, behind a column. */
    ASSIGNMENT_SEEN,
    /** WHERE and beyond. */
    REST
  }

  private Phase phase;
  private Optional<Targets> targets;
  private final Optional<String> bodyOf;
  private final List<String> declared = new ArrayList<>();
  private boolean recursive;

  /**
   * @param targets of the UPDATE or DELETE whose tables this level lists
   * @param bodyOf the common table expression whose query this level holds
   */
  Frame(Phase phase, Optional<Targets> targets, Optional<String> bodyOf) {
    this.phase = phase;
    this.targets = targets;
    this.bodyOf = bodyOf;
  }

  void enter(Phase next) {
    phase = next;
  }

  boolean isIn(Phase one) {
    return phase == one;
  }

  boolean isInTables() {
    return phase == Phase.TABLE_EXPECTED || phase == Phase.TABLE_SEEN;
  }

  boolean isInAssignments() {
    return phase == Phase.ASSIGNMENT_EXPECTED || phase == Phase.ASSIGNMENT_SEEN;
  }

  Optional<Targets> targets() {
    return targets;
  }

  void setTargets(Optional<Targets> targets) {
    this.targets = targets;
  }

  Optional<String> bodyOf() {
    return bodyOf;
  }

  /** The common table expressions declared on this level. */
  List<String> declared() {
    return declared;
  }

  boolean isRecursive() {
    return recursive;
  }

  void setRecursive(boolean recursive) {
    this.recursive = recursive;
  }
}
