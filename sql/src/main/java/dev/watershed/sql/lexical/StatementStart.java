package dev.watershed.sql.lexical;

import dev.watershed.sql.lexical.Frame.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verb says about the words behind it. Takes the verb, its modifiers and the tables that
 * stand right there; leaves the rest to the {@link TableWalk}. An unknown verb is left alone.
 */
final class StatementStart {

  private static final Set<String> MODIFIERS =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "QUICK", "IGNORE", "INTO");

  private static final Set<String> NOT_IN_BINARY_LOG = Set.of("LOCAL", "NO_WRITE_TO_BINLOG");

  private static final Set<String> FROM_OR_IN = Set.of("FROM", "IN");

  /** Verbs that also stand alone behind THEN and ELSE; all but TRUNCATE are reserved words. */
  private static final Set<String> INNER_VERBS =
      Set.of(
          "INSERT",
          "REPLACE",
          "UPDATE",
          "DELETE",
          "LOAD",
          "CREATE",
          "ALTER",
          "DROP",
          "TRUNCATE",
          "LOCK");

  /** Where a handler's conditions end. */
  private static final Set<String> HANDLER_ACTIONS =
      Set.of(
          "BEGIN", "SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "CALL", "SET", "IF", "CASE");

  private final TokenCursor cursor;
  private final TableWalk walk;
  private final Definitions definitions;

  StatementStart(TokenCursor cursor, TableWalk walk) {
    this.cursor = cursor;
    this.walk = walk;
    this.definitions = new Definitions(cursor, walk);
  }

  void take() {
    if (walk.context().isInnerStart() && !cursor.isAtAny(INNER_VERBS)) {
      return;
    }
    if (cursor.peek(0).isName() && cursor.peek(1).isSymbol(':')) {
      cursor.skip(2);
      walk.enterBody();
      walk.context().expectStart();
      return;
    }
    boolean function = cursor.peek(1).isSymbol('(');
    switch (cursor.peek(0).keyword()) {
      case "INSERT", "REPLACE" -> {
        if (!function) {
          insert();
        }
      }
      case "UPDATE" -> update();
      case "DELETE" -> delete();
      case "LOAD" -> load();
      case "CREATE", "ALTER", "DROP", "RENAME" -> definitions.take();
      case "TRUNCATE" -> {
        if (!function) {
          definitions.take();
        }
      }
      case "LOCK" -> lock();
      case "EXPLAIN", "DESCRIBE", "DESC" -> explain();
      case "ANALYZE" -> analyze();
      case "CHECK", "CHECKSUM", "FLUSH" -> maintain(TableUse.READ);
      case "OPTIMIZE", "REPAIR" -> maintain(TableUse.WRITE);
      case "SHOW" -> show();
      case "HANDLER" -> handler();
      case "SET" -> set();
      case "BEGIN" -> begin();
      case "DECLARE" -> declare();
      case "IF", "WHILE", "LOOP", "REPEAT", "CASE", "FOR", "RETURN" -> walk.enterBody();
      case "ADMINISTRATOR" -> {
        if (cursor.isAt("ADMINISTRATOR", "COMMAND")) {
          cursor.skipStatement();
        }
      }
      case "GRANT",
          "REVOKE",
          "KILL",
          "USE",
          "PREPARE",
          "EXECUTE",
          "DEALLOCATE",
          "XA",
          "START",
          "STOP",
          "CHANGE",
          "RESET",
          "PURGE",
          "INSTALL",
          "UNINSTALL",
          "HELP",
          "BINLOG" ->
          cursor.skipStatement();
      default -> {
        // SELECT, WITH, CALL, a parenthesis, COMMIT: the walk finds the tables, if there are any.
      }
    }
  }

  private void insert() {
    boolean replaces = cursor.take().keyword().equals("REPLACE");
    cursor.skipWhileAny(MODIFIERS);
    inserted(cursor.takeName(), replaces);
  }

  private void inserted(Optional<TableName> name, boolean replaces) {
    Optional<TableCollector.Mention> mention = walk.mention(name, TableUse.WRITE);
    mention.ifPresent(table -> table.isWritten(RowAction.INSERT));
    mention.filter(table -> replaces).ifPresent(table -> table.isWritten(RowAction.DELETE));
    walk.context().setInserted(mention);
  }

  private void update() {
    cursor.skip(1);
    cursor.skipWhileAny(MODIFIERS);
    expectTables(Targets.ofUpdate());
  }

  private void delete() {
    cursor.skip(1);
    cursor.skipWhileAny(MODIFIERS);
    if (!cursor.isAt("FROM")) {
      List<TableName> listed = listedTargets(cursor);
      if (cursor.skipTo(Set.of("FROM"))) {
        cursor.skip(1);
        expectTables(Targets.ofDelete(listed));
      }
      return;
    }
    cursor.skip(1);
    TokenCursor ahead = cursor.copy();
    List<TableName> listed = listedTargets(ahead);
    if (ahead.isAt("USING")) {
      cursor.moveTo(ahead);
      cursor.skip(1);
      expectTables(Targets.ofDelete(listed));
    } else {
      expectTables(Targets.ofDelete());
    }
  }

  private static List<TableName> listedTargets(TokenCursor cursor) {
    List<TableName> listed = new ArrayList<>();
    do {
      cursor.takeName().ifPresent(listed::add);
    } while (cursor.takeIf(','));
    return listed;
  }

  private void expectTables(Targets targets) {
    walk.context().addTargets(targets);
    walk.frame().setTargets(Optional.of(targets));
    walk.frame().enter(Phase.TABLE_EXPECTED);
  }

  private void load() {
    boolean index = cursor.isAt("LOAD", "INDEX");
    while (cursor.skipTo(Set.of("INTO"))) {
      boolean replaces = cursor.peek(-1).keyword().equals("REPLACE");
      cursor.skip(1);
      if (index && cursor.takeIf("CACHE")) {
        walk.mentionAll(TableUse.READ);
        return;
      }
      if (cursor.takeIf("TABLE")) {
        inserted(cursor.takeName(), replaces);
        return;
      }
    }
  }

  private void lock() {
    cursor.skip(1);
    if (!cursor.takeIf("TABLES") && !cursor.takeIf("TABLE")) {
      cursor.skipStatement();
      return;
    }
    do {
      Optional<TableName> name = cursor.takeName();
      cursor.takeAlias();
      boolean write = cursor.isAt("WRITE") || cursor.isAt("LOW_PRIORITY", "WRITE");
      walk.mention(name, write ? TableUse.WRITE : TableUse.READ);
      while (!cursor.peek(0).endsStatement() && !cursor.peek(0).isSymbol(',')) {
        cursor.skip(1);
      }
    } while (cursor.takeIf(','));
  }

  private void explain() {
    if (ExplainOptions.take(cursor)) {
      walk.context().setExplained();
      walk.context().expectStart();
    } else {
      walk.mention(cursor.takeName(), TableUse.READ);
      cursor.skipStatement();
    }
  }

  private void analyze() {
    boolean ofTables =
        NOT_IN_BINARY_LOG.contains(cursor.peek(1).keyword())
            || cursor.isAt("ANALYZE", "TABLES")
            || cursor.isAt("ANALYZE", "TABLE");
    if (ofTables) {
      maintain(TableUse.READ);
    } else if (ExplainOptions.take(cursor)) {
      walk.context().expectStart();
    }
  }

  private void maintain(TableUse use) {
    cursor.skip(1);
    cursor.skipWhileAny(NOT_IN_BINARY_LOG);
    if (cursor.takeIf("TABLES") || cursor.takeIf("TABLE")) {
      walk.mentionAll(use);
    }
    cursor.skipStatement();
  }

  private void show() {
    cursor.skip(1);
    cursor.skipWhileAny(Set.of("FULL", "EXTENDED"));
    boolean ofTable =
        cursor.isAtAny(Set.of("COLUMNS", "FIELDS", "INDEX", "INDEXES", "KEYS"))
            && FROM_OR_IN.contains(cursor.peek(1).keyword());
    if (ofTable) {
      cursor.skip(2);
      Optional<TableName> name = cursor.takeName();
      if (cursor.isAtAny(FROM_OR_IN) && cursor.peek(1).isName()) {
        cursor.skip(1);
        Optional<String> schema = Optional.of(cursor.take().text());
        name = name.map(known -> new TableName(schema, known.table()));
      }
      walk.mention(name, TableUse.READ);
    } else if (cursor.takeIf("CREATE", "TABLE") || cursor.takeIf("CREATE", "VIEW")) {
      walk.mention(cursor.takeName(), TableUse.READ);
    }
    cursor.skipTo(Set.of("WHERE"));
  }

  private void handler() {
    cursor.skip(1);
    Optional<TableName> name = cursor.takeName();
    if (cursor.isAtAny(Set.of("OPEN", "READ", "CLOSE"))) {
      walk.mention(name, TableUse.READ);
    }
    cursor.skipStatement();
  }

  private void set() {
    if (cursor.isAt("SET", "STATEMENT") && cursor.skipTo(Set.of("FOR"))) {
      cursor.skip(1);
      walk.context().expectStart();
    }
  }

  /** {@code BEGIN} of a transaction has nothing but WORK behind it. */
  private void begin() {
    cursor.skip(1);
    cursor.takeIf("NOT", "ATOMIC");
    if (!cursor.peek(0).endsStatement() && !cursor.takeIf("WORK")) {
      walk.enterBody();
      walk.context().expectStart();
    }
  }

  private void declare() {
    walk.enterBody();
    if (cursor.peek(2).keyword().equals("HANDLER") && cursor.skipTo(HANDLER_ACTIONS)) {
      walk.context().expectStart();
    }
  }
}
