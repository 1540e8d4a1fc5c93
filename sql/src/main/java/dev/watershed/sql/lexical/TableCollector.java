package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables met so far, in order. Whether one is written may show only later in the text. */
final class TableCollector {

  /** A table met at one place of the text. */
  static final class Mention {
    private final TableName name;
    private TableUse use;

    private Mention(TableName name, TableUse use) {
      this.name = name;
      this.use = use;
    }

    TableName name() {
      return name;
    }

    void isWritten() {
      use = TableUse.WRITE;
    }
  }

  private final List<Mention> mentions = new ArrayList<>();
  private int statementStart;

  Mention add(TableName name, TableUse use) {
    Mention mention = new Mention(name, use);
    mentions.add(mention);
    return mention;
  }

  void beginStatement() {
    statementStart = mentions.size();
  }

  /** The statement that ends here changes nothing: its tables are read. */
  void onlyReads() {
    for (Mention mention : mentions.subList(statementStart, mentions.size())) {
      mention.use = TableUse.READ;
    }
  }

  List<TableReference> references() {
    Set<TableReference> distinct = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      distinct.add(new TableReference(mention.name.schema(), mention.name.table(), mention.use));
    }
    return List.copyOf(distinct);
  }
}
