package dev.watershed.sql.lexical;

import dev.watershed.sql.lexical.Frame.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One walk over the tokens of a text, statement by statement, with a stack of {@link Frame}s for
 * the parentheses. What follows a verb is {@link StatementStart}'s, what any other keyword means is
 * {@link Clauses}'; the walk keeps the frames and takes the tables where one is expected.
 */
final class TableWalk {

  private final TokenCursor cursor;
  private final TableCollector tables = new TableCollector();
  private final CommonTableExpressions expressions = new CommonTableExpressions();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final StatementStart start;
  private final Clauses clauses;
  private StatementContext context = new StatementContext();
  private boolean insideBody;

  private TableWalk(List<Token> tokens) {
    cursor = new TokenCursor(tokens);
    start = new StatementStart(cursor, this);
    clauses = new Clauses(cursor, this);
  }

  /** The tables of one or more statements. */
  static TableCollector tables(List<Token> tokens) {
    return new TableWalk(tokens).walk();
  }

  /** The tables of a routine's body, which may begin as no statement does, such as with IF. */
  static TableCollector tablesOfBody(List<Token> tokens) {
    TableWalk walk = new TableWalk(tokens);
    walk.enterBody();
    return walk.walk();
  }

  private TableCollector walk() {
    beginStatement();
    while (!cursor.atEnd()) {
      step();
    }
    endStatement();
    return tables;
  }

  StatementContext context() {
    return context;
  }

  Frame frame() {
    return frames.getLast();
  }

  /** Whether the walk stands outside all parentheses. */
  boolean isOutermost() {
    return frames.size() == 1;
  }

  /** From here on, statements may stand inside statements. */
  void enterBody() {
    insideBody = true;
  }

  boolean isInsideBody() {
    return insideBody;
  }

  Optional<TableCollector.Mention> mention(Optional<TableName> name, TableUse use) {
    return name.map(known -> tables.add(known, use));
  }

  /** Takes a list of names, all used alike. */
  void mentionAll(TableUse use) {
    do {
      mention(cursor.takeName(), use);
    } while (cursor.takeIf(','));
  }

  boolean isCommonTableExpression(TableName name) {
    return expressions.isVisible(name);
  }

  /** Takes {@code name (columns) AS (}, and opens the frame of the expression's query. */
  void takeCommonTableExpression() {
    if (!cursor.peek(0).isName()) {
      return;
    }
    String name = cursor.take().text();
    if (frame().isRecursive()) {
      declare(name);
    }
    cursor.skipParentheses();
    cursor.takeIf("AS");
    if (cursor.takeIf('(')) {
      frames.add(new Frame(Phase.EXPRESSION, Optional.empty(), Optional.of(name)));
    }
  }

  private void beginStatement() {
    tables.beginStatement();
    context = new StatementContext();
    frames.add(new Frame(Phase.EXPRESSION, Optional.empty(), Optional.empty()));
  }

  private void endStatement() {
    context.targets().forEach(Targets::resolve);
    if (context.isExplained()) {
      tables.onlyReads();
    }
    while (!frames.isEmpty()) {
      leaveFrame();
    }
  }

  private void step() {
    if (isOutermost() && context.takeStart()) {
      start.take();
      return;
    }
    Token token = cursor.peek(0);
    if (token.isSymbol(';')) {
      cursor.skip(1);
      endStatement();
      beginStatement();
    } else if (token.isSymbol('(')) {
      cursor.skip(1);
      open();
    } else if (token.isSymbol(')')) {
      cursor.skip(1);
      close();
    } else if (token.isSymbol(',')) {
      cursor.skip(1);
      comma();
    } else if (frame().isIn(Phase.TABLE_EXPECTED) && startsTable(token)) {
      table();
    } else if (frame().isIn(Phase.TABLE_EXPECTED) && token.kind() == Token.Kind.LITERAL) {
      cursor.skip(1);
      frame().enter(Phase.TABLE_SEEN);
    } else if (frame().isIn(Phase.ASSIGNMENT_EXPECTED) && token.isName()) {
      assignment();
    } else {
      clauses.take();
    }
  }

  private void open() {
    Frame outer = frame();
    boolean ofTables = outer.isIn(Phase.TABLE_EXPECTED);
    frames.add(
        new Frame(
            ofTables ? Phase.TABLE_EXPECTED : Phase.EXPRESSION,
            ofTables ? outer.targets() : Optional.empty(),
            Optional.empty()));
    if (ofTables) {
      outer.enter(Phase.TABLE_SEEN);
    }
  }

  private void close() {
    if (isOutermost()) {
      return;
    }
    Optional<String> expression = leaveFrame();
    if (expression.isEmpty()) {
      return;
    }
    if (!frame().isRecursive()) {
      declare(expression.get());
    }
    if (cursor.takeIf(',')) {
      takeCommonTableExpression();
    } else if (isOutermost()) {
      context.expectStart();
    }
  }

  private void declare(String expression) {
    frame().declared().add(expression);
    expressions.declare(expression);
  }

  private Optional<String> leaveFrame() {
    Frame left = frames.removeLast();
    left.declared().forEach(expressions::forget);
    return left.bodyOf();
  }

  private void comma() {
    Frame frame = frame();
    if (frame.isIn(Phase.TABLE_SEEN) && !clauses.isAtIndexHint()) {
      frame.enter(Phase.TABLE_EXPECTED);
    } else if (frame.isIn(Phase.ASSIGNMENT_SEEN)) {
      frame.enter(Phase.ASSIGNMENT_EXPECTED);
    }
  }

  private static boolean startsTable(Token token) {
    return token.isSymbol('.') || (token.isName() && !Keywords.isNoBareName(token.keyword()));
  }

  private void table() {
    frame().enter(Phase.TABLE_SEEN);
    if (cursor.takeIf("DUAL")) {
      return;
    }
    Optional<TableName> name = cursor.takeName();
    boolean function = cursor.peek(0).isSymbol('(');
    if (name.isEmpty() || function || expressions.isVisible(name.get())) {
      return;
    }
    TableCollector.Mention mention = tables.add(name.get(), TableUse.READ);
    if (cursor.takeIf("PARTITION")) {
      cursor.skipParentheses();
    }
    frame().targets().ifPresent(targets -> targets.addFactor(mention, cursor.takeAlias()));
  }

  private void assignment() {
    frame().enter(Phase.ASSIGNMENT_SEEN);
    Optional<TableName> column = cursor.takeName();
    if (column.isEmpty()) {
      cursor.skip(1);
    }
    frame().targets().ifPresent(targets -> column.ifPresent(known -> targets.addAssignment(known)));
  }
}
