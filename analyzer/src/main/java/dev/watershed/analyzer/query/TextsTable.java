package dev.watershed.analyzer.query;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalFacts;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowMerger;
import dev.watershed.workload.store.window.WindowSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row per digest: its fingerprint and what that says. */
final class TextsTable implements QueryTable {

  private record Text(long digest, String fingerprint, boolean truncated) {

    LexicalFacts facts() {
      return LexicalPass.of(fingerprint, truncated);
    }
  }

  @Override
  public String name() {
    return "texts";
  }

  @Override
  public List<QueryColumn> columns() {
    return List.of(
        QueryColumn.text("digest"),
        QueryColumn.text("fingerprint"),
        QueryColumn.text("kind"),
        QueryColumn.texts("tables"),
        QueryColumn.flag("truncated"));
  }

  @Override
  public int parts(QuerySource source) {
    return 1;
  }

  @Override
  public Part open(QuerySource source, int part, List<QueryColumn> wanted, PartReader reader) {
    Map<Long, Text> byDigest = new LinkedHashMap<>();
    for (StoredWindow window : source.snapshot().windows()) {
      try {
        read(source, window, reader, byDigest);
      } catch (UnreadableFileException damaged) {
        source.skip(window, damaged);
      }
    }
    List<Text> texts = new ArrayList<>(byDigest.values());
    return new Part(texts.size(), wanted.stream().map(column -> values(texts, column)).toList());
  }

  private static void read(
      QuerySource source, StoredWindow window, PartReader reader, Map<Long, Text> byDigest)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.DIGESTS, reader.memory())) {
      long[] digests = reader.longs(table, WindowColumns.DIGEST);
      int[] truncated = reader.ints(table, WindowColumns.TRUNCATED);
      long[] high = reader.longs(table, WindowColumns.TEXT_HIGH);
      long[] low = reader.longs(table, WindowColumns.TEXT_LOW);
      for (int row = 0; row < digests.length; row++) {
        if (!byDigest.containsKey(digests[row])) {
          boolean lumped = digests[row] == StatementText.LUMPED.digest();
          String fingerprint =
              lumped
                  ? StatementText.LUMPED.fingerprint()
                  : source
                      .snapshot()
                      .texts()
                      .find(new TextId(high[row], low[row]))
                      .orElse(WindowMerger.MISSING_TEXT);
          byDigest.put(digests[row], new Text(digests[row], fingerprint, truncated[row] != 0));
        }
      }
    }
  }

  private static ColumnValues values(List<Text> texts, QueryColumn column) {
    return switch (column.name()) {
      case "digest" -> ColumnValues.texts(row -> Fingerprints.idOf(texts.get(row).digest()));
      case "fingerprint" -> ColumnValues.texts(row -> texts.get(row).fingerprint());
      case "kind" -> ColumnValues.texts(row -> texts.get(row).facts().kind().name());
      case "tables" ->
          ColumnValues.texts(
              row ->
                  String.join(
                      "\t",
                      texts.get(row).facts().tables().stream()
                          .map(TableReference::qualifiedName)
                          .distinct()
                          .toList()));
      default ->
          ColumnValues.numbers(
              texts.stream().mapToLong(text -> text.truncated() ? 1 : 0).toArray());
    };
  }
}
