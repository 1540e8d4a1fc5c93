package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.ConvertCharset;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.OrderRows;
import dev.watershed.sql.definition.AlterAction.Rebuild;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterAction.RenameTable;
import dev.watershed.sql.definition.AlterAction.SetOptions;
import dev.watershed.sql.definition.AlterAction.Tablespace;
import dev.watershed.sql.definition.AlterAction.Versioning;
import dev.watershed.sql.definition.TableElement.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the clauses of ALTER TABLE, behind these words. */
final class AlterReader {

  /** Options of a table that say nothing here; others need a sign of equality to be believed. */
  private static final Set<String> OPTIONS =
      Set.of(
          "AUTO_INCREMENT",
          "AVG_ROW_LENGTH",
          "CHARACTER",
          "CHARSET",
          "CHECKSUM",
          "COLLATE",
          "COMMENT",
          "COMPRESSION",
          "CONNECTION",
          "DATA",
          "DEFAULT",
          "DELAY_KEY_WRITE",
          "ENCRYPTION",
          "ENGINE",
          "INDEX",
          "INSERT_METHOD",
          "KEY_BLOCK_SIZE",
          "MAX_ROWS",
          "MIN_ROWS",
          "PACK_KEYS",
          "PAGE_CHECKSUM",
          "ROW_FORMAT",
          "SECONDARY_ENGINE",
          "STATS_AUTO_RECALC",
          "STATS_PERSISTENT",
          "STATS_SAMPLE_PAGES",
          "TABLESPACE",
          "UNION");

  private final TokenCursor cursor;
  private final AlterClauses clauses;
  private final List<LocatedAction> actions = new ArrayList<>();
  private boolean done = true;

  AlterReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.clauses = new AlterClauses(cursor);
  }

  AlterTable read() throws UnreadableDefinitionException {
    boolean ifExists = cursor.takeIf("IF", "EXISTS");
    QualifiedName name = cursor.qualifiedName("a table");
    clauses.takeWait();
    boolean more = false;
    while (more || !cursor.atEnd()) {
      if (!more && !done && !cursor.isAt("PARTITION") && !cursor.isAt("REMOVE")) {
        throw cursor.unexpected("',' or the end of the statement");
      }
      clause();
      more = cursor.takeIf(',');
    }
    return new AlterTable(name, ifExists, actions, clauses.algorithm(), clauses.lock());
  }

  private void clause() throws UnreadableDefinitionException {
    ScriptPlace place = cursor.place();
    done = false;
    if (clauses.takeOne()) {
      return;
    }
    action().ifPresent(action -> actions.add(new LocatedAction(action, place)));
  }

  /** Empty for what changes nothing, such as DISABLE KEYS. */
  private Optional<AlterAction> action() throws UnreadableDefinitionException {
    Optional<PartitionAction> partitions = new PartitionActionReader(cursor).read();
    if (partitions.isPresent()) {
      return partitions.map(action -> action);
    }
    return switch (cursor.peek(0).keyword()) {
      case "ADD" -> Optional.of(add());
      case "MODIFY" -> {
        cursor.take();
        cursor.takeIf("COLUMN");
        boolean ifExists = cursor.takeIf("IF", "EXISTS");
        yield Optional.of(changed(Optional.empty(), ifExists));
      }
      case "CHANGE" -> {
        cursor.take();
        cursor.takeIf("COLUMN");
        boolean ifExists = cursor.takeIf("IF", "EXISTS");
        yield Optional.of(changed(Optional.of(cursor.name("a column")), ifExists));
      }
      case "DROP" -> Optional.of(drop());
      case "ALTER" -> Optional.of(new PartReader(cursor).alter());
      case "RENAME" -> Optional.of(rename());
      case "CONVERT" -> Optional.of(convert());
      default -> other();
    };
  }

  private Optional<AlterAction> other() throws UnreadableDefinitionException {
    if (cursor.takeIf("FORCE")) {
      return Optional.of(new Rebuild());
    }
    if (cursor.takeIf("ORDER")) {
      cursor.require("BY");
      return Optional.of(new OrderRows(order()));
    }
    if (cursor.isAt("PARTITION", "BY")) {
      TableOptions none = TableOptions.NONE;
      return Optional.of(
          new SetOptions(
              none.partitionedBy(Optional.of(new PartitionReader(cursor).read())),
              Optional.empty()));
    }
    if (cursor.isAt("DISCARD", "TABLESPACE") || cursor.isAt("IMPORT", "TABLESPACE")) {
      boolean discarded = cursor.take().is("DISCARD");
      cursor.take();
      return Optional.of(new Tablespace(discarded));
    }
    if (cursor.takeIf("ENABLE") || cursor.takeIf("DISABLE")) {
      cursor.require("KEYS");
      return Optional.empty();
    }
    if (cursor.takeIf("WITH", "VALIDATION") || cursor.takeIf("WITHOUT", "VALIDATION")) {
      return Optional.empty();
    }
    return option();
  }

  private Optional<AlterAction> option() throws UnreadableDefinitionException {
    boolean known =
        OPTIONS.contains(cursor.peek(0).keyword())
            || cursor.peek(1).isSymbol('=')
            || cursor.isAt("START", "TRANSACTION");
    if (!known || cursor.atEnd()) {
      throw cursor.unexpected("ADD, DROP, MODIFY or another clause of ALTER TABLE");
    }
    TableOptionReader options = new TableOptionReader(cursor);
    options.option();
    done = true;
    return Optional.of(new SetOptions(options.options(), options.storage()));
  }

  private AlterAction add() throws UnreadableDefinitionException {
    cursor.take();
    int from = cursor.position();
    if (cursor.takeIf("SYSTEM", "VERSIONING")) {
      return new Versioning(true);
    }
    cursor.takeIf("COLUMN");
    cursor.takeIf("IF", "NOT", "EXISTS");
    List<TableElement> elements = new ArrayList<>();
    if (cursor.takeIf('(')) {
      do {
        elements.addAll(ElementReader.read(cursor));
      } while (cursor.takeIf(','));
      cursor.require(')');
      return new Add(
          elements, ColumnPosition.UNSAID, cursor.tookSince(from, "IF", "NOT", "EXISTS"));
    }
    elements.addAll(ElementReader.read(cursor));
    return new Add(elements, position(), cursor.tookSince(from, "IF", "NOT", "EXISTS"));
  }

  private ChangeColumn changed(Optional<String> from, boolean ifExists)
      throws UnreadableDefinitionException {
    List<TableElement> elements = ColumnReader.read(cursor);
    Column column = (Column) elements.get(0);
    return new ChangeColumn(
        from.orElse(column.name()),
        column,
        elements.subList(1, elements.size()),
        position(),
        ifExists);
  }

  private ColumnPosition position() throws UnreadableDefinitionException {
    if (cursor.takeIf("AFTER")) {
      return new ColumnPosition(false, Optional.of(cursor.name("a column")));
    }
    return cursor.takeIf("FIRST")
        ? new ColumnPosition(true, Optional.empty())
        : ColumnPosition.UNSAID;
  }

  private AlterAction drop() throws UnreadableDefinitionException {
    cursor.take();
    if (cursor.takeIf("SYSTEM", "VERSIONING")) {
      return new Versioning(false);
    }
    return new PartReader(cursor).drop();
  }

  private AlterAction rename() throws UnreadableDefinitionException {
    cursor.take();
    boolean column = cursor.isAt("COLUMN");
    if (column || cursor.isAt("INDEX") || cursor.isAt("KEY")) {
      cursor.take();
      boolean ifExists = cursor.takeIf("IF", "EXISTS");
      String from = cursor.name(column ? "a column" : "an index");
      cursor.require("TO");
      String to = cursor.name(column ? "a column" : "an index");
      return new Rename(column ? Named.COLUMN : Named.INDEX, from, to, ifExists);
    }
    if (!cursor.takeIf("TO") && !cursor.takeIf("AS")) {
      cursor.takeIf('=');
    }
    return new RenameTable(cursor.qualifiedName("a table"));
  }

  private ConvertCharset convert() throws UnreadableDefinitionException {
    cursor.take();
    cursor.require("TO");
    if (!cursor.takeIf("CHARSET")) {
      cursor.require("CHARACTER");
      cursor.require("SET");
    }
    Optional<String> charset =
        cursor.takeIf("DEFAULT")
            ? Optional.empty()
            : Optional.of(cursor.wordOrString("a character set"));
    Optional<String> collation =
        cursor.takeIf("COLLATE")
            ? Optional.of(cursor.wordOrString("a collation"))
            : Optional.empty();
    return new ConvertCharset(charset, collation);
  }

  private List<String> order() throws UnreadableDefinitionException {
    List<String> columns = new ArrayList<>();
    do {
      columns.add(cursor.name("a column"));
      if (!cursor.takeIf("ASC")) {
        cursor.takeIf("DESC");
      }
      // A comma may end the list as well as go on with it.
    } while (cursor.isAt(',') && orderGoesOn() && cursor.takeIf(','));
    return columns;
  }

  private boolean orderGoesOn() {
    Token behind = cursor.peek(2);
    return behind.isSymbol(',')
        || behind.kind() == Token.Kind.END
        || behind.is("ASC")
        || behind.is("DESC");
  }
}
