package dev.watershed.collector.bundle;

import dev.watershed.collector.server.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetFactory;
import javax.sql.rowset.RowSetMetaDataImpl;

/** Rows of recorded answers, as whoever asked a server reads them. */
final class RecordedRows {

  private final List<RecordedQuestions.Value> values;
  private final Optional<Query.Whole> part;
  private final CachedRowSet rows;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * No rows so far.
   *
   * @param factory makes sets of rows
   * @param values the values of a row, in order
   * @param part which rows are wanted; all if there is none
   */
  RecordedRows(
      RowSetFactory factory, List<RecordedQuestions.Value> values, Optional<Query.Whole> part)
      throws SQLException {
    this.values = values;
    this.part = part;
    this.rows = factory.createCachedRowSet();
    RowSetMetaData columns = new RowSetMetaDataImpl();
    columns.setColumnCount(values.size());
    for (int i = 0; i < values.size(); i++) {
      columns.setColumnName(i + 1, values.get(i).label());
      columns.setColumnLabel(i + 1, values.get(i).label());
      columns.setColumnType(i + 1, Types.VARCHAR);
    }
    rows.setMetaData(columns);
  }

  /** Also the rows of an answer. A value that it does not have is what the question says then. */
  void add(RecordedAnswer answer) throws SQLException {
    List<Integer> places = new ArrayList<>();
    List<String> labels = answer.labels();
    for (int i = 0; i < values.size(); i++) {
      places.add(labels.isEmpty() ? i : labels.indexOf(values.get(i).label()));
    }
    answer.rows(
        recorded -> {
          List<Optional<String>> row = new ArrayList<>(values.size());
          for (int i = 0; i < values.size(); i++) {
            int place = places.get(i);
            boolean there = place >= 0 && place < recorded.size();
            row.add(there ? recorded.get(place) : values.get(i).otherwise());
          }
          if (wanted(row)) {
            append(row);
          }
        });
  }

  private boolean wanted(List<Optional<String>> row) {
    if (part.isEmpty()) {
      return true;
    }
    List<String> key = new ArrayList<>();
    for (String column : part.get().columns()) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).label().equals(column)) {
          key.add(row.get(i).orElse(""));
        }
      }
    }
    return part.get().keys().contains(key);
  }

  private void append(List<Optional<String>> row) throws SQLException {
    rows.afterLast();
    rows.moveToInsertRow();
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).isPresent()) {
        String text = row.get(i).get();
        rows.updateString(i + 1, seen.computeIfAbsent(text, same -> text));
      } else {
        rows.updateNull(i + 1);
      }
    }
    rows.insertRow();
    rows.moveToCurrentRow();
  }

  /** All of them, before the first. */
  ResultSet result() throws SQLException {
    rows.beforeFirst();
    return rows;
  }
}
