package dev.watershed.benchmarks.fleet.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tables that are written out: one a paragraph, {@code schema.table ROWS}, then a line
 * per column ({@link Column#parse}) or key: {@code primary a b}, {@code key NAME a b}, {@code
 * unique NAME a b}, {@code foreign NAME column schema.table [cascade]}, {@code collate NAME},
 * {@code autoincrement N}. A column of the kind {@code id} is the primary key unless the table says
 * another.
 */
public final class TableReader {

  private final List<Column> columns = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private List<String> primaryKey = List.of();
  private Optional<String> collation = Optional.empty();
  private Optional<Long> autoIncrement = Optional.empty();

  private TableReader() {}

  /** The tables of a text, in its order. */
  public static List<Table> read(String text) {
    List<Table> tables = new ArrayList<>();
    for (List<String> paragraph : Paragraphs.of(text)) {
      try {
        tables.add(new TableReader().table(paragraph));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("table " + paragraph.get(0) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(tables);
  }

  private Table table(List<String> lines) {
    List<String> head = words(lines.get(0));
    lines.subList(1, lines.size()).forEach(this::line);
    if (primaryKey.isEmpty() && columns.get(0).kind() == ColumnKind.ID) {
      primaryKey = List.of(columns.get(0).name());
    }
    return new Table(
        TableName.parse(head.get(0)),
        Integer.parseInt(head.get(1)),
        columns,
        primaryKey,
        indexes,
        foreignKeys,
        collation,
        autoIncrement);
  }

  private void line(String line) {
    List<String> words = words(line);
    List<String> after = words.subList(Math.min(2, words.size()), words.size());
    switch (words.get(0)) {
      case "primary" -> primaryKey = words.subList(1, words.size());
      case "key" -> indexes.add(new Index(words.get(1), false, after));
      case "unique" -> indexes.add(new Index(words.get(1), true, after));
      case "foreign" ->
          foreignKeys.add(
              new ForeignKey(
                  words.get(1),
                  words.get(2),
                  TableName.parse(words.get(3)),
                  words.size() > 4 && words.get(4).equals("cascade")));
      case "collate" -> collation = Optional.of(words.get(1));
      case "autoincrement" -> autoIncrement = Optional.of(Long.parseLong(words.get(1)));
      default -> columns.add(Column.parse(line));
    }
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+", -1));
  }
}
