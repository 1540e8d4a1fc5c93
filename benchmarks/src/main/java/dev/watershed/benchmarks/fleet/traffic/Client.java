package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Argument;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import dev.watershed.benchmarks.fleet.service.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One connection of a service, and what it does over it. Counts everything that it sends. */
final class Client {

  private static final int TRIES = 3;

  /** Deadlock, lock wait timeout (MySQL server error reference). */
  private static final Set<Integer> AGAIN = Set.of(1213, 1205);

  /** Duplicate key, foreign key without or with child: what a service lives with. */
  private static final Set<Integer> REFUSED = Set.of(1062, 1452, 1451);

  private final Service service;
  private final Sender sender;
  private final Function<String, Delegate> delegates;
  private final ClientDraw draw;
  private final TrafficCounts counts = new TrafficCounts();
  private final List<Long> inTransaction = new ArrayList<>();
  private boolean transaction;

  /**
   * A client.
   *
   * @param delegates the connections of other services that run statements for this one
   */
  Client(Service service, Sender sender, Function<String, Delegate> delegates, ClientDraw draw) {
    this.service = service;
    this.sender = sender;
    this.delegates = delegates;
    this.draw = draw;
  }

  /**
   * The connection of another service.
   *
   * @param service who it is
   * @param sender its connection
   */
  record Delegate(Service service, Sender sender) {}

  /** How a try of an action ended. */
  private enum Outcome {
    DONE,
    REFUSED,
    AGAIN
  }

  /** What was sent so far. */
  TrafficCounts counts() {
    return counts;
  }

  /** Does an action; begins again after a deadlock, as services do. */
  void act(Action action, boolean deployed) throws SQLException, InterruptedException {
    for (int tries = 1; ; tries++) {
      draw.begin(deployed);
      Outcome outcome = attempt(action);
      if (transaction) {
        end(Step.Transaction.ROLLBACK);
      }
      if (outcome != Outcome.AGAIN || tries == TRIES) {
        return;
      }
      counts.retry(service.name());
    }
  }

  private Outcome attempt(Action action) throws SQLException, InterruptedException {
    for (Step step : action.steps()) {
      Outcome outcome = Outcome.DONE;
      if (step instanceof Step.Think think) {
        Thread.sleep(think.milliseconds());
      } else if (step instanceof Step.Let let) {
        draw.let(let.name(), let.argument().draw(draw));
      } else if (step instanceof Step.Transaction boundary) {
        boundary(boundary.template());
      } else if (step instanceof Step.Query query) {
        if (query.needsRow() && draw.selected() == 0) {
          return Outcome.DONE;
        }
        outcome = query(query, action);
      }
      if (outcome != Outcome.DONE) {
        return outcome;
      }
    }
    return Outcome.DONE;
  }

  private void boundary(SqlTemplate template) throws SQLException {
    if (template.equals(Step.Transaction.BEGIN)) {
      count(template, service, "", () -> sender.send(template.sql()));
      transaction = true;
    } else {
      end(template);
    }
  }

  private void end(SqlTemplate template) throws SQLException {
    count(template, service, "", () -> sender.send(template.sql()));
    counts.transaction(service.name(), inTransaction, template.equals(Step.Transaction.COMMIT));
    inTransaction.clear();
    transaction = false;
  }

  private Outcome query(Step.Query query, Action action) throws SQLException {
    int times = query.each() ? draw.selected() : 1;
    for (int row = 0; row < times; row++) {
      if (query.each()) {
        draw.moveTo(row);
      }
      SqlTemplate template = query.templates().get(draw.random().nextInt(query.templates().size()));
      Outcome outcome =
          query.each() ? keepingRows(template, query, action) : send(template, query, action);
      if (outcome != Outcome.DONE) {
        return outcome;
      }
    }
    return Outcome.DONE;
  }

  /** A SELECT per row must not replace the rows that it goes through. */
  private Outcome keepingRows(SqlTemplate template, Step.Query query, Action action)
      throws SQLException {
    List<Object> rows = draw.rowsKept();
    int at = draw.at();
    Outcome outcome = send(template, query, action);
    draw.select(rows);
    draw.moveTo(at);
    return outcome;
  }

  private Outcome send(SqlTemplate template, Step.Query query, Action action) throws SQLException {
    Optional<Delegate> delegate = query.via().map(delegates);
    Service as = delegate.map(Delegate::service).orElse(service);
    Sender over = delegate.map(Delegate::sender).orElse(sender);
    String module = delegate.isPresent() ? "" : action.module();
    String tag = as.tags().comment(as.name(), action.controller(), action.name());
    List<Object> arguments = new ArrayList<>();
    for (Argument argument : template.arguments()) {
      arguments.add(argument.draw(draw));
    }
    query.via().ifPresent(to -> counts.call(new CallKey(service.name(), to)));
    if (transaction && delegate.isEmpty()) {
      inTransaction.add(template.fingerprint().digest());
    }
    try {
      count(template, as, module, () -> over.send(template, tag, arguments, draw));
      return Outcome.DONE;
    } catch (SQLException e) {
      if (AGAIN.contains(e.getErrorCode())) {
        return Outcome.AGAIN;
      }
      if (REFUSED.contains(e.getErrorCode())) {
        return Outcome.REFUSED;
      }
      throw new SQLException(
          service.name() + ", " + action.name() + ": " + e.getMessage() + "\n" + template.sql(),
          e.getSQLState(),
          e.getErrorCode(),
          e);
    }
  }

  private void count(SqlTemplate template, Service as, String module, Sending sending)
      throws SQLException {
    long start = System.nanoTime();
    boolean failed = true;
    try {
      sending.send();
      failed = false;
    } finally {
      counts.execution(
          new LoadKey(as.name(), module, template.fingerprint().digest()),
          failed,
          (System.nanoTime() - start) / 1_000);
    }
  }

  /** Something that talks to a server. */
  @FunctionalInterface
  private interface Sending {
    void send() throws SQLException;
  }
}
