package dev.watershed.collector.bundle;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Question.Timing;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.connection.ColumnsQuery;
import dev.watershed.collector.server.connection.IdentityQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.rowset.RowSetFactory;
import javax.sql.rowset.RowSetProvider;

/**
 * What holds for all parts of a bundle: product and columns of its server, and the answers that
 * grow from part to part.
 */
final class RecordedServer {

  static final String IDENTITY = "identity";
  private static final String PRODUCT = "product";
  private static final String COLUMNS = "columns";

  private final RowSetFactory factory;
  private final ServerProduct product;
  private final Columns columns;
  private final RecordedQuestions questions;
  private final List<Question> growing;
  private final List<RecordedAnswer> soFar = new ArrayList<>();

  /**
   * @param probe the first part of a bundle
   * @throws BundleException if it does not say what server this is
   */
  RecordedServer(List<Domain<?, ?>> domains, RecordedPart probe) throws BundleException {
    try {
      this.factory = RowSetProvider.newFactory();
      this.product =
          ServerProduct.of(
              read(
                  probe,
                  PRODUCT,
                  List.of(value("VERSION"), value("COMMENT")),
                  rows -> rows.next() ? rows.getString(1) + " " + rows.getString(2) : ""));
      this.columns =
          read(
              probe,
              COLUMNS,
              RecordedQuestions.known(ColumnsQuery.question(List.of("a.b"))).values(),
              ColumnsQuery::columns);
    } catch (SQLException e) {
      throw new BundleException("it does not say which server this is: " + e.getMessage());
    }
    this.questions = new RecordedQuestions(domains, product, columns);
    this.growing =
        BundleScript.sampled(domains).stream()
            .filter(question -> question.timing() == Timing.NEW_ROWS)
            .toList();
  }

  /** Takes over what a part adds to answers that grow. */
  void add(RecordedPart part) {
    for (Question question : growing) {
      part.answers(question.name()).stream().filter(RecordedAnswer::complete).forEach(soFar::add);
    }
  }

  ServerProduct product() {
    return product;
  }

  Columns columns() {
    return columns;
  }

  RecordedQuestions questions() {
    return questions;
  }

  /** All answers to a question so far. */
  List<RecordedAnswer> soFar(String question) {
    return soFar.stream().filter(answer -> answer.name().equals(question)).toList();
  }

  /** No rows so far, of which some are wanted. */
  RecordedRows rows(List<RecordedQuestions.Value> values, Optional<Query.Whole> part)
      throws SQLException {
    return new RecordedRows(factory, values, part);
  }

  /** What an answer says of the process that gave it. */
  IdentityQueries.Answer identity(RecordedAnswer answer) throws SQLException {
    RecordedRows rows =
        rows(RecordedQuestions.known(IdentityQueries.question(product)).values(), Optional.empty());
    rows.add(answer);
    return IdentityQueries.answer(rows.result());
  }

  private interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private <T> T read(
      RecordedPart part, String question, List<RecordedQuestions.Value> values, Reading<T> reading)
      throws SQLException {
    RecordedRows rows = rows(values, Optional.empty());
    rows.add(
        part.answer(question).orElseThrow(() -> new SQLException("no answer called " + question)));
    return reading.of(rows.result());
  }

  private static RecordedQuestions.Value value(String label) {
    return new RecordedQuestions.Value(label, Optional.empty());
  }
}
