package dev.watershed.collector.server.status;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.VariableTable;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a server does, minute by minute. */
public final class StatusDomain implements Domain<StatusSample, StatusDifference> {

  private static final int VERSION = 1;

  @Override
  public String name() {
    return "status";
  }

  @Override
  public List<String> tables() {
    return Stream.concat(Stream.of(StatusQueries.METRICS), VariableTable.STATUS.tables().stream())
        .toList();
  }

  @Override
  public List<Question> questions() {
    return List.of(StatusQueries.STATUS, StatusQueries.HISTORY);
  }

  @Override
  public StatusSample sample(ServerQueries server, Optional<StatusSample> previous)
      throws ServerException {
    Map<String, Long> values = server.ask(StatusQueries.status(server.columns()));
    Map<StatusCounter, Long> counters = new EnumMap<>(StatusCounter.class);
    for (StatusCounter counter : StatusCounter.values()) {
      counter.variables().stream()
          .filter(values::containsKey)
          .findFirst()
          .ifPresent(name -> counters.put(counter, counter.toFigure(values.get(name))));
    }
    OptionalLong history = optional(values, StatusQueries.HISTORY_LIST_LENGTH);
    Optional<Query<OptionalLong>> metric = StatusQueries.historyListLength(server.columns());
    if (history.isEmpty() && metric.isPresent()) {
      history = asked(server, metric.get());
    }
    return new StatusSample(
        server.identity().id(),
        counters,
        optional(values, StatusQueries.THREADS_CONNECTED),
        optional(values, StatusQueries.THREADS_RUNNING),
        history);
  }

  /** Without PROCESS the length is unknown, and everything else is known all the same. */
  private static OptionalLong asked(ServerQueries server, Query<OptionalLong> metric)
      throws ServerException {
    try {
      return server.ask(metric);
    } catch (ServerException e) {
      if (e.problem() != ServerProblem.MISSING_GRANT) {
        throw e;
      }
      return OptionalLong.empty();
    }
  }

  @Override
  public StatusSample beginning() {
    Map<StatusCounter, Long> nothing = new EnumMap<>(StatusCounter.class);
    for (StatusCounter counter : StatusCounter.values()) {
      nothing.put(counter, 0L);
    }
    return new StatusSample(
        "", nothing, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  /** A counter that is smaller than it was has been set back: then all that it shows counts. */
  @Override
  public StatusDifference difference(StatusSample previous, StatusSample current) {
    Map<StatusCounter, Long> differences = new EnumMap<>(StatusCounter.class);
    current
        .counters()
        .forEach(
            (counter, now) -> {
              Long before = previous.counters().get(counter);
              if (before != null) {
                differences.put(counter, now < before ? now : now - before);
              }
            });
    return new StatusDifference(differences, current);
  }

  @Override
  public void observe(
      StatusDifference difference, SampleSpan span, ObservationsBuilder observations) {
    StatusSample now = difference.current();
    ServerMinutes.Key key = new ServerMinutes.Key(now.server(), span.minute());
    ObservationRows<ServerMinutes.Key, Figure> minutes = observations.minutes();
    minutes.add(key, Figure.SAMPLES, 1);
    minutes.add(key, Figure.SPAN_MICROS, ChronoUnit.MICROS.between(span.from(), span.until()));
    difference.counters().forEach((counter, value) -> minutes.add(key, counter.figure(), value));
    now.threadsConnected()
        .ifPresent(
            count -> {
              minutes.add(key, Figure.THREADS_CONNECTED_SUM, count);
              minutes.add(key, Figure.THREADS_CONNECTED_MAX, count);
            });
    now.threadsRunning()
        .ifPresent(
            count -> {
              minutes.add(key, Figure.THREADS_RUNNING_SUM, count);
              minutes.add(key, Figure.THREADS_RUNNING_MAX, count);
            });
    now.historyListLength()
        .ifPresent(length -> minutes.add(key, Figure.HISTORY_LIST_LENGTH_MAX, length));
  }

  @Override
  public void encode(StatusSample sample, ByteWriter bytes) {
    bytes.number(VERSION).text(sample.server()).number(sample.counters().size());
    sample.counters().forEach((counter, value) -> bytes.text(counter.variable()).number(value));
  }

  /** Counters that this version does not know are left out; gauges are of their moment only. */
  @Override
  public StatusSample decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    if (version != VERSION) {
      throw new DamagedBytesException("a sample of version " + version + ", not " + VERSION);
    }
    String server = bytes.text();
    int size = bytes.count(2);
    Map<StatusCounter, Long> counters = new EnumMap<>(StatusCounter.class);
    for (int i = 0; i < size; i++) {
      String variable = bytes.text();
      long value = bytes.number();
      for (StatusCounter counter : StatusCounter.values()) {
        if (counter.variable().equals(variable)) {
          counters.put(counter, value);
        }
      }
    }
    return new StatusSample(
        server, counters, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  private static OptionalLong optional(Map<String, Long> values, String variable) {
    Long value = values.get(variable);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
