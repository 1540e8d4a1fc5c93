package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableOptions.Part;
import dev.watershed.sql.definition.TableOptions.Partitions;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads PARTITION BY. */
final class PartitionReader {

  /** No server takes more (MySQL 9.7 Reference Manual, "Limitations on Partitioning"). */
  private static final int MOST_PARTITIONS = 8_192;

  private final TokenCursor cursor;
  private String method = "";
  private String expression = "";

  PartitionReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  Partitions read() throws UnreadableDefinitionException {
    cursor.require("PARTITION");
    cursor.require("BY");
    how();
    String ofPartitions = method;
    String by = expression;
    int count = cursor.takeIf("PARTITIONS") ? count(cursor) : 1;
    Optional<String> subMethod = Optional.empty();
    String subExpression = "";
    int subCount = 0;
    if (cursor.takeIf("SUBPARTITION", "BY")) {
      how();
      subMethod = Optional.of(method);
      subExpression = expression;
      subCount = cursor.takeIf("SUBPARTITIONS") ? count(cursor) : 0;
    }
    List<Part> list = new ArrayList<>();
    int mostSubs = 0;
    if (cursor.isAt('(')) {
      mostSubs = listed(list);
    } else {
      for (int i = 0; i < count; i++) {
        list.add(new Part("p" + i, Optional.empty()));
      }
    }
    return new Partitions(
        ofPartitions, by, subMethod, subExpression, Math.max(subCount, mostSubs), list);
  }

  /** Takes a number of partitions. */
  static int count(TokenCursor cursor) throws UnreadableDefinitionException {
    return cursor.number("at most " + MOST_PARTITIONS + " partitions", MOST_PARTITIONS);
  }

  /** {@code (PARTITION …, PARTITION …)}. */
  List<Part> list() throws UnreadableDefinitionException {
    List<Part> list = new ArrayList<>();
    listed(list);
    return list;
  }

  /** Returns how many parts a partition has at most. */
  private int listed(List<Part> list) throws UnreadableDefinitionException {
    int mostSubs = 0;
    cursor.require('(');
    do {
      mostSubs = Math.max(mostSubs, part(list));
    } while (cursor.takeIf(','));
    cursor.require(')');
    return mostSubs;
  }

  private void how() throws UnreadableDefinitionException {
    String linear = cursor.takeIf("LINEAR") ? "LINEAR " : "";
    if (cursor.takeIf("HASH")) {
      method = linear + "HASH";
    } else if (cursor.takeIf("KEY")) {
      method = linear + "KEY";
      if (cursor.takeIf("ALGORITHM")) {
        cursor.takeIf('=');
        cursor.number("an algorithm");
      }
    } else if (cursor.takeIf("SYSTEM_TIME")) {
      systemTime();
      return;
    } else if (cursor.isAt("RANGE") || cursor.isAt("LIST")) {
      method = cursor.take().keyword() + (cursor.takeIf("COLUMNS") ? " COLUMNS" : "");
    } else {
      throw cursor.unexpected("HASH, KEY, RANGE or LIST");
    }
    expression = cursor.parentheses("'('");
  }

  /** MariaDB: by the time at which a version of a row ended. */
  private void systemTime() {
    method = "SYSTEM_TIME";
    int from = cursor.position();
    while (!cursor.atEnd()
        && !cursor.isAt('(')
        && !cursor.isAt("PARTITIONS")
        && !cursor.isAt("SUBPARTITION")) {
      cursor.take();
    }
    expression = cursor.since(from);
  }

  /** Reads a partition; returns how many parts it lists. */
  private int part(List<Part> list) throws UnreadableDefinitionException {
    cursor.require("PARTITION");
    String name = cursor.name("a partition");
    Optional<String> bound = Optional.empty();
    if (cursor.takeIf("VALUES")) {
      int from = cursor.position();
      if (cursor.takeIf("LESS")) {
        cursor.require("THAN");
      } else {
        cursor.require("IN");
      }
      if (!cursor.takeIf("MAXVALUE")) {
        cursor.parentheses("'('");
      }
      bound = cursor.keepsLiterals() ? Optional.of(cursor.since(from)) : Optional.empty();
    }
    list.add(new Part(name, bound));
    int subs = 0;
    while (!cursor.isAt(',') && !cursor.isAt(')') && !cursor.atEnd()) {
      if (cursor.isAt('(')) {
        subs = subs();
      } else {
        option();
      }
    }
    return subs;
  }

  private int subs() throws UnreadableDefinitionException {
    int count = 0;
    cursor.require('(');
    do {
      cursor.require("SUBPARTITION");
      cursor.name("a partition");
      while (!cursor.isAt(',') && !cursor.isAt(')') && !cursor.atEnd()) {
        option();
      }
      count++;
    } while (cursor.takeIf(','));
    cursor.require(')');
    return count;
  }

  /** ENGINE, COMMENT, directories and sizes of a partition. */
  private void option() throws UnreadableDefinitionException {
    if (cursor.peek(0).kind() != Kind.WORD) {
      throw cursor.unexpected("an option of a partition");
    }
    cursor.take();
    cursor.takeIf("DIRECTORY");
    cursor.takeIf("ENGINE");
    if (cursor.takeIf('=') || cursor.peek(0).kind() != Kind.SYMBOL) {
      cursor.take();
    }
  }
}
