package dev.watershed.sql.lexical;

import dev.watershed.sql.lexical.Frame.Phase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keywords inside a statement say about the tables that follow or have ended. */
final class Clauses {

  private static final Set<String> INDEX_HINTS = Set.of("USE", "IGNORE", "FORCE");

  /** In a routine's body a statement may begin behind these words. */
  private static final Set<String> BODY_MARKERS =
      Set.of("BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT");

  private final TokenCursor cursor;
  private final TableWalk walk;

  Clauses(TokenCursor cursor, TableWalk walk) {
    this.cursor = cursor;
    this.walk = walk;
  }

  /** Takes one token, or a keyword with what belongs to it. */
  void take() {
    String keyword = cursor.peek(0).keyword();
    switch (keyword) {
      case "SELECT" -> select();
      case "FROM" -> from();
      case "JOIN", "STRAIGHT_JOIN" -> join();
      case "FOR" -> lockOrPeriod();
      case "ON" -> duplicate();
      case "USE", "IGNORE", "FORCE" -> indexHint();
      case "TABLE" -> tableStatement();
      case "WITH" -> with();
      case "REFERENCES" -> references();
      case "RENAME" -> rename();
      default -> other(keyword);
    }
  }

  private void select() {
    cursor.skip(1);
    walk.frame().enter(Phase.SELECT_LIST);
    if (!walk.isOutermost()) {
      walk.frame().setTargets(Optional.empty());
    }
  }

  /** Functions have a FROM in their own parentheses, {@code IS DISTINCT FROM} a word before it. */
  private void from() {
    boolean distinct = cursor.peek(-1).keyword().startsWith("DISTINCT");
    cursor.skip(1);
    if (walk.frame().isIn(Phase.SELECT_LIST) && !distinct) {
      walk.frame().enter(Phase.TABLE_EXPECTED);
    }
  }

  private void join() {
    cursor.skip(1);
    if (walk.frame().isIn(Phase.TABLE_SEEN)) {
      walk.frame().enter(Phase.TABLE_EXPECTED);
    }
  }

  /** MariaDB's {@code FOR SYSTEM_TIME} belongs to its table; FOR UPDATE ends the tables. */
  private void lockOrPeriod() {
    cursor.skip(1);
    if (!cursor.isAt("SYSTEM_TIME") && !cursor.isAt("PORTION")) {
      endTables("FOR");
    }
  }

  private void duplicate() {
    cursor.skip(1);
    if (cursor.isAt("DUPLICATE")) {
      walk.frame().enter(Phase.REST);
      cursor.takeIf("DUPLICATE", "KEY", "UPDATE");
      walk.context()
          .inserted()
          .ifPresent(table -> table.isUpdated(List.of(Assignments.ahead(cursor))));
      walk.context().setInserted(Optional.empty());
    }
  }

  boolean isAtIndexHint() {
    String second = cursor.peek(1).keyword();
    return cursor.isAtAny(INDEX_HINTS) && (second.equals("INDEX") || second.equals("KEY"));
  }

  /** Takes {@code USE INDEX FOR ORDER BY}, whose words would else begin clauses. */
  private void indexHint() {
    boolean hint = isAtIndexHint() && walk.frame().isInTables();
    cursor.skip(hint ? 2 : 1);
    if (hint && cursor.takeIf("FOR") && !cursor.takeIf("JOIN")) {
      cursor.skip(2);
    }
  }

  private void tableStatement() {
    cursor.skip(1);
    Optional<TableName> name =
        cursor.takeName().filter(known -> !walk.isCommonTableExpression(known));
    walk.mention(name, walk.context().isAlteration() ? TableUse.WRITE : TableUse.READ);
    walk.frame().enter(Phase.REST);
  }

  /** {@code WITH} also stands before ROLLUP, CHECK OPTION, QUERY EXPANSION and others. */
  private void with() {
    cursor.skip(1);
    if (walk.frame().isIn(Phase.TABLE_EXPECTED)) {
      walk.frame().enter(Phase.EXPRESSION);
    }
    boolean recursive = cursor.isAt("RECURSIVE");
    Token name = cursor.peek(recursive ? 1 : 0);
    Token afterName = cursor.peek(recursive ? 2 : 1);
    if (name.isName() && (afterName.keyword().equals("AS") || afterName.isSymbol('('))) {
      cursor.skip(recursive ? 1 : 0);
      walk.frame().setRecursive(recursive);
      walk.takeCommonTableExpression();
    }
  }

  private void references() {
    cursor.skip(1);
    if (walk.context().isDefinition()) {
      walk.mention(cursor.takeName(), TableUse.READ);
    }
  }

  private void rename() {
    cursor.skip(1);
    boolean ofPart = cursor.isAt("COLUMN") || cursor.isAt("INDEX") || cursor.isAt("KEY");
    if (walk.context().isAlteration() && !ofPart) {
      cursor.skipWhileAny(Set.of("TO", "AS"));
      cursor.takeIf('=');
      walk.mention(cursor.takeName(), TableUse.WRITE);
    }
  }

  private void other(String keyword) {
    boolean odbcJoin = cursor.peek(0).isSymbol('{') && walk.frame().isIn(Phase.TABLE_EXPECTED);
    cursor.skip(odbcJoin ? 2 : 1);
    endTables(keyword);
    if (walk.isInsideBody() && walk.isOutermost() && BODY_MARKERS.contains(keyword)) {
      walk.context().expectInnerStart();
    }
  }

  private void endTables(String keyword) {
    Frame frame = walk.frame();
    if (!Keywords.endsTables(keyword) || !(frame.isInTables() || frame.isInAssignments())) {
      return;
    }
    boolean update = frame.targets().map(Targets::assigns).orElse(false);
    boolean set = keyword.equals("SET") && update && walk.isOutermost();
    frame.enter(set ? Phase.ASSIGNMENT_EXPECTED : Phase.REST);
  }
}
