package dev.watershed.collector.server.rounds;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A MySQL server whose answers are known beforehand, in the order in which it is asked. */
public final class AnsweringServer implements ServerQueries {

  private final Columns columns;
  private final Deque<Object> answers;

  /**
   * @param table that it shows, as {@code schema.table}
   * @param answers the values that its answers make
   */
  public AnsweringServer(String table, Object... answers) {
    this.columns = new Columns(List.of(new Columns.Column(table, "ANY")));
    this.answers = new ArrayDeque<>(Arrays.asList(answers));
  }

  @Override
  public ServerIdentity identity() {
    return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", "one", Instant.EPOCH, false);
  }

  @Override
  public Columns columns() {
    return columns;
  }

  @Override
  public Instant serverTime() {
    return Instant.EPOCH;
  }

  @SuppressWarnings("unchecked")
  @Override
  public <T> T ask(Query<T> query) {
    return (T) answers.remove();
  }
}
