package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.ViewQuery;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.List;
import java.util.Locale;

/** Makes views of rows. */
final class Views {

  private static final String DEFAULT_ALGORITHM = "UNDEFINED";

  private final ServerTexts texts;

  Views(ServerTexts texts) {
    this.texts = texts;
  }

  /** A view; without its text, which is a gap then, where the account may not see it. */
  ViewDefinition of(ViewQuery.Row row, List<ColumnDefinition> columns, Gaps gaps) {
    if (row.text().isEmpty() && !texts.heldBack()) {
      gaps.add(
          row.key().toString(),
          "the text of the view is unknown: only an account that may read the view sees it");
    }
    return new ViewDefinition(
        row.key().table(),
        columns.stream().map(ColumnDefinition::name).toList(),
        texts.expression(row.text()),
        row.algorithm().map(word -> word.toUpperCase(Locale.ROOT)).orElse(DEFAULT_ALGORITHM),
        security(row.security()));
  }

  static Security security(String word) {
    return word.equalsIgnoreCase("INVOKER") ? Security.INVOKER : Security.DEFINER;
  }
}
