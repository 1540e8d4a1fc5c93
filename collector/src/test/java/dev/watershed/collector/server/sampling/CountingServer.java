package dev.watershed.collector.server.sampling;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A server that counts one thing, its domain, and the time. */
final class CountingServer extends Clock implements QuerySessions, Domain<Long, Long> {

  private static final int VERSION = 7;

  private Instant now = Instant.parse("2026-11-23T02:07:00Z");
  private String id = "one";
  private Instant startedAt = now.minus(Duration.ofDays(3));
  private long counter = 1_000;
  private Optional<ServerProblem> problem = Optional.empty();
  private boolean changesWhileRead;
  private Duration clockAhead = Duration.ZERO;

  void count(long executions) {
    counter += executions;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void setClockAhead(Duration by) {
    clockAhead = by;
  }

  void restart() {
    counter = 0;
    pass(Duration.ofSeconds(30));
    startedAt = now;
  }

  void becomeAnother(String other, long itsCounter) {
    id = other;
    counter = itsCounter;
    startedAt = now.minus(Duration.ofDays(1));
  }

  void fail(ServerProblem why) {
    problem = Optional.of(why);
  }

  void recover() {
    problem = Optional.empty();
    changesWhileRead = false;
  }

  void changeWhileRead() {
    changesWhileRead = true;
  }

  @Override
  public QuerySession session() throws ServerException {
    if (problem.isPresent() && !problem.get().ofOneQuestion()) {
      throw new ServerException(problem.get(), "it is away");
    }
    return new Session();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private final class Session implements QuerySession {

    @Override
    public ServerIdentity identity() {
      return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", id, startedAt, false);
    }

    @Override
    public Columns columns() {
      return new Columns(List.of());
    }

    @Override
    public Instant serverTime() {
      return now.plus(clockAhead);
    }

    @Override
    public <T> T ask(Query<T> query) throws ServerException {
      throw new ServerException(problem.orElse(ServerProblem.OTHER), "it does not tell");
    }

    @Override
    public void verify() throws ServerException {
      if (changesWhileRead) {
        throw new ServerException(ServerProblem.CHANGED, "another one answers");
      }
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Long sample(ServerQueries server, Optional<Long> previous) throws ServerException {
    if (problem.isPresent()) {
      server.ask(Query.of("SELECT 1", rows -> 1));
    }
    return counter;
  }

  @Override
  public Long beginning() {
    return 0L;
  }

  @Override
  public Long difference(Long previous, Long current) {
    return current - previous;
  }

  @Override
  public long events(Long difference) {
    return difference;
  }

  @Override
  public void contribute(Long difference, SampleSpan span, WorkloadBuilder window) {
    int text = window.textIndex(1);
    int known = text >= 0 ? text : window.defineText(1, "SELECT", false);
    int origin = window.originIndex(new Origin("", "", List.of()));
    long[] figures = new long[Measure.values().length];
    figures[Measure.CALLS.ordinal()] = difference;
    window.addStatements(known, WorkloadBuilder.NO_SCHEMA, origin, figures, new LatencyHistogram());
  }

  @Override
  public void encode(Long sample, ByteWriter bytes) {
    bytes.number(VERSION).number(sample);
  }

  @Override
  public Long decode(ByteReader bytes) throws DamagedBytesException {
    if (bytes.number() != VERSION) {
      throw new DamagedBytesException("another version");
    }
    return bytes.number();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
