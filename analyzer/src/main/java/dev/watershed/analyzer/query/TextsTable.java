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
import dev.watershed.workload.store.window.WindowSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row per digest: its fingerprint and what that says. */
final class TextsTable {

  private TextsTable() {}

  /** A digest's text. */
  record Text(long digest, String fingerprint, boolean truncated) {

    LexicalFacts facts() {
      return LexicalPass.of(fingerprint, truncated);
    }

    String tables() {
      return String.join(
          "\t", facts().tables().stream().map(TableReference::qualifiedName).distinct().toList());
    }
  }

  /** The texts of all digests that any window knows. */
  record Texts(List<Text> texts) implements TablePart.OfStore {

    static Texts of(QuerySource source, PartReader reader) {
      Map<Long, Text> byDigest = new LinkedHashMap<>();
      for (StoredWindow window : source.snapshot().windows()) {
        try {
          read(source, window, reader, byDigest);
        } catch (UnreadableFileException damaged) {
          source.skip(window, damaged);
        }
      }
      return new Texts(List.copyOf(byDigest.values()));
    }

    @Override
    public int rows() {
      return texts.size();
    }
  }

  static QueryTable<Texts> table() {
    return new QueryTable<>(
        "texts",
        (QueryTable.OfStore<Texts>) Texts::of,
        List.of(
            new PartColumn<>(
                QueryColumn.text("digest"),
                part ->
                    ColumnValues.texts(row -> Fingerprints.idOf(part.texts().get(row).digest()))),
            new PartColumn<>(
                QueryColumn.text("fingerprint"),
                part -> ColumnValues.texts(row -> part.texts().get(row).fingerprint())),
            new PartColumn<>(
                QueryColumn.text("kind"),
                part -> ColumnValues.texts(row -> part.texts().get(row).facts().kind().name())),
            new PartColumn<>(
                QueryColumn.texts("tables"),
                part -> ColumnValues.texts(row -> part.texts().get(row).tables())),
            new PartColumn<>(QueryColumn.flag("truncated"), TextsTable::truncated)));
  }

  private static ColumnValues truncated(Texts part) {
    return ColumnValues.numbers(
        part.texts().stream().mapToLong(text -> text.truncated() ? 1 : 0).toArray());
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
          String fingerprint = fingerprint(source, digests[row], new TextId(high[row], low[row]));
          byDigest.put(digests[row], new Text(digests[row], fingerprint, truncated[row] != 0));
        }
      }
    }
  }

  private static String fingerprint(QuerySource source, long digest, TextId id) {
    return digest == StatementText.LUMPED.digest()
        ? StatementText.LUMPED.fingerprint()
        : source.snapshot().texts().find(id).orElse(StatementText.MISSING);
  }
}
