package dev.watershed.analyzer.ranking;

import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that the statements of a workload name with a known schema. */
final class TableNames {

  private final Workload workload;
  private final Schemas schemas;
  private final List<List<TableReference>> tablesOfText = new ArrayList<>();

  TableNames(Workload workload) {
    this.workload = workload;
    this.schemas = new Schemas(workload.schemas());
    for (StatementText text : workload.texts()) {
      tablesOfText.add(LexicalPass.of(text.fingerprint(), text.truncated()).tables());
    }
  }

  /** What a text names when it runs in a schema, each use once. */
  List<TableReference> of(int text, int schema) {
    return tablesOfText.get(text).stream()
        .filter(table -> table.schema().isPresent() || schemas.known(schema))
        .toList();
  }

  /** {@code schema.table} of one of these. */
  String name(TableReference table, int schema) {
    return table.schema().orElseGet(() -> schemas.name(schema)) + "." + table.table();
  }

  /** All names, {@code schema.table}, each once. */
  Set<String> all() {
    Set<String> names = new HashSet<>();
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      int schema = statements.schemaIndex(row);
      of(statements.textIndex(row), schema).forEach(table -> names.add(name(table, schema)));
    }
    return names;
  }

  /** All names in lower case: on some servers letter case does not tell tables apart. */
  Set<String> lowerCase() {
    return all().stream().map(TableNames::lower).collect(Collectors.toSet());
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
