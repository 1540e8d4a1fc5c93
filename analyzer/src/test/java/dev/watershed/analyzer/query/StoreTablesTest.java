package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation has each table of the store, and each column in its order. */
class StoreTablesTest {

  private static final Path DOCS = Path.of("..", "docs", "tables.md");
  private static final Pattern CODE = Pattern.compile("`([a-z0-9_]+)`");
  private static final Pattern WHOSE = Pattern.compile("(?:`([a-z_]+)`)?\\*whose\\*");

  @Test
  void theDocumentationHasEachTableAndColumn() throws IOException {
    Map<String, List<String>> real = new LinkedHashMap<>();
    for (QueryTable<?> table : StoreQuery.tables()) {
      real.put(
          table.name(), table.columns().stream().map(column -> column.column().name()).toList());
    }
    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(real);
  }

  /** The columns of each table, as documented. */
  static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> documented = new LinkedHashMap<>();
    String header = "";
    for (String line : Files.readString(DOCS).split("\n## ", -1)[2].split("\n", -1)) {
      if (line.startsWith("| table |")) {
        header = line;
      } else if (line.startsWith("| `")) {
        String[] cells = line.split(" \\| ", -1);
        List<String> columns = new ArrayList<>();
        if (header.contains("`server`")) {
          columns.add("server");
        }
        columns.addAll(names(cells[2]));
        names(cells[0]).forEach(table -> documented.put(table, columns));
      }
    }
    return documented;
  }

  /** The names in a cell, without those in brackets, which explain. */
  private static List<String> names(String cell) {
    String plain =
        cell.replace("*window*", "`server`, `source`, `window_start`, `window_end`")
            .replace("*place*", "`server`, `schema`, `table_name`")
            .replaceAll("\\([^)]*\\)", "");
    String whole =
        WHOSE
            .matcher(plain)
            .replaceAll(
                found -> {
                  String prefix = found.group(1) == null ? "" : found.group(1);
                  return "`%suser`, `%sservice`, `%smodule`".replace("%s", prefix);
                });
    return CODE.matcher(whole).results().map(found -> found.group(1)).toList();
  }
}
