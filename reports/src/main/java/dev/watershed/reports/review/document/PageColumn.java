package dev.watershed.reports.review.document;

import dev.watershed.reports.review.form.DataTable;

/** A column in the data of a page. */
sealed interface PageColumn permits TextColumn, NumberColumn {

  /** A column of a table: of texts if it has one. */
  static PageColumn of(DataTable table, int position) {
    return TextColumn.of(table, position)
        .<PageColumn>map(texts -> texts)
        .orElseGet(
            () -> NumberColumn.of(table.columns().get(position).kind(), table.cells(position)));
  }
}
