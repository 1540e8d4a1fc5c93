package dev.watershed.analyzer.index.ddl;

import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.stream.Collectors;

/** Names as SQL writes them. */
public final class IndexText {

  private IndexText() {}

  /** A name in back-ticks, those in it doubled. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String quoted(String schema, String table) {
    return quoted(schema) + "." + quoted(table);
  }

  /** The parts of an index, in parentheses. */
  public static String parts(List<IndexPart> parts) {
    return parts.stream().map(IndexText::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String part(IndexPart part) {
    String what =
        part.column()
            .map(IndexText::quoted)
            .orElseGet(() -> "(" + part.expression().orElseThrow() + ")");
    String length =
        part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
    return what + length + (part.descending() ? " DESC" : "");
  }
}
