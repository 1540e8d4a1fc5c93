package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.WorkloadBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What each statement cost, from the digest table. */
public final class StatementDomain implements Domain<StatementSample, StatementDifference> {

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public List<String> tables() {
    return List.of(DigestTable.DIGESTS, DigestTable.HISTOGRAMS, DigestTable.EVENTS);
  }

  @Override
  public List<Question> questions() {
    return List.of(
        SetupQuery.setup(ServerProduct.MYSQL),
        SetupQuery.setup(ServerProduct.MARIADB),
        SetupQuery.CONSUMERS,
        CounterQuery.QUESTION,
        HiddenQuery.QUESTION,
        HistogramQuery.QUESTION,
        NameQuery.QUESTION);
  }

  @Override
  public StatementSample sample(ServerQueries server, Optional<StatementSample> previous)
      throws ServerException {
    ServerProduct product = server.identity().product();
    SetupQuery.Setup setup = SetupQuery.of(server.ask(SetupQuery.values(product)));
    SetupQuery.requireConsumers(server.ask(SetupQuery.consumersOff()));
    Map<DigestKey, DigestCounters> rows = server.ask(CounterQuery.of(server.columns()));
    Optional<DigestCounters> hidden =
        product == ServerProduct.MARIADB
            ? server.ask(HiddenQuery.of(server.columns()))
            : Optional.empty();
    StatementSample before = previous.orElse(StatementSample.BEGINNING);
    StatementSample counted =
        new StatementSample(
            server.serverTime(),
            rows,
            Map.of(),
            before.histogramsAt(),
            before.names(),
            setup.digestsLost(),
            hidden);
    StatementSample sample = new HistogramLook(counted, before).take(server);
    return previous.isPresent()
        ? sample.withNames(names(server, sample, before, setup.maxDigestLength()))
        : sample;
  }

  /** Those known before, and those of rows that moved. */
  private static DigestNames names(
      ServerQueries server, StatementSample sample, StatementSample before, int maxDigestLength)
      throws ServerException {
    Set<String> missing = new TreeSet<>();
    for (DigestKey key : sample.rows().keySet()) {
      // One more than may be asked for by name says that all are.
      if (missing.size() <= NameQuery.MOST_DIGESTS
          && !key.lumped()
          && !before.names().keys().contains(key)
          && sample.movedSince(before, key)) {
        missing.add(key.serverDigest());
      }
    }
    if (missing.isEmpty() && sample.rows().keySet().containsAll(before.names().keys())) {
      return before.names();
    }
    DigestNames asked =
        missing.isEmpty() ? DigestNames.NONE : server.ask(NameQuery.of(missing, maxDigestLength));
    DigestNames.Builder names = new DigestNames.Builder();
    for (DigestNames some : List.of(before.names(), asked)) {
      some.forEach(
          (key, name) -> {
            if (sample.rows().containsKey(key)) {
              names.add(key, name);
            }
          });
    }
    return names.build();
  }

  @Override
  public StatementSample beginning() {
    return StatementSample.BEGINNING;
  }

  @Override
  public StatementDifference difference(StatementSample previous, StatementSample current) {
    return StatementDifferences.of(previous, current);
  }

  @Override
  public long events(StatementDifference difference) {
    return difference.calls();
  }

  @Override
  public List<String> notes(StatementDifference difference) {
    List<String> notes = new ArrayList<>();
    if (difference.resets() > 0) {
      notes.add(
          "somebody set back "
              + difference.resets()
              + " rows of its digest table (TRUNCATE); what ran between the last sample and that"
              + " is missing");
    }
    if (difference.histogramsGivenUp()) {
      notes.add(
          "its histograms took longer than Watershed allows a statement; percentiles of "
              + difference.untimedExecutions()
              + " executions are unknown, their other figures are complete; the histograms are"
              + " asked for again in five minutes");
    }
    return notes;
  }

  @Override
  public void contribute(StatementDifference difference, SampleSpan span, WorkloadBuilder window) {
    new WindowFeed(window, span, difference.serverTime()).add(difference);
  }

  @Override
  public void encode(StatementSample sample, ByteWriter bytes) {
    StatementBytes.encode(sample, bytes);
  }

  @Override
  public StatementSample decode(ByteReader bytes) throws DamagedBytesException {
    return StatementBytes.decode(bytes);
  }
}
