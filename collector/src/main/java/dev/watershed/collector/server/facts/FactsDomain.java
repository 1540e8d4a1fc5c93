package dev.watershed.collector.server.facts;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.VariableTable;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Version, topology and settings of a server. A sample is its own difference: what it shows, holds.
 */
public final class FactsDomain implements Domain<Facts, Facts> {

  private static final int VERSION = 1;

  private final Map<ServerFact, String> configured;

  /**
   * @param configured what the configuration says of the server: cluster, role, capacity
   */
  public FactsDomain(Map<ServerFact, String> configured) {
    this.configured = Map.copyOf(configured);
  }

  @Override
  public String name() {
    return "facts";
  }

  @Override
  public List<String> tables() {
    return Stream.concat(
            Stream.of(FactsQueries.REPLICATION), VariableTable.SETTINGS.tables().stream())
        .toList();
  }

  @Override
  public List<Question> questions() {
    return List.of(FactsQueries.SETTINGS, FactsQueries.SOURCES);
  }

  @Override
  public Facts sample(ServerQueries server, Optional<Facts> previous) throws ServerException {
    ServerIdentity identity = server.identity();
    Map<ServerFact, String> values = new EnumMap<>(ServerFact.class);
    values.putAll(configured);
    values.putAll(server.ask(FactsQueries.settings(server.columns())));
    values.put(
        ServerFact.PRODUCT, identity.product() == ServerProduct.MARIADB ? "MariaDB" : "MySQL");
    values.put(ServerFact.VERSION, identity.version());
    values.put(ServerFact.SERVER_UUID, identity.id());
    values.put(ServerFact.STARTED_AT, startedAt(identity, previous));
    Optional<Query<List<String>>> sources = FactsQueries.sources(server.columns());
    if (sources.isPresent()) {
      List<String> found = server.ask(sources.get());
      if (!found.isEmpty()) {
        values.put(ServerFact.REPLICA_OF, String.join(", ", found));
      }
    }
    return new Facts(identity.id(), values);
  }

  /** Two looks at one process tell its start with a second's difference; the first one stays. */
  private static String startedAt(ServerIdentity identity, Optional<Facts> previous) {
    Instant start = identity.startedAt().truncatedTo(ChronoUnit.SECONDS);
    return previous
        .filter(facts -> facts.server().equals(identity.id()))
        .flatMap(facts -> Optional.ofNullable(facts.values().get(ServerFact.STARTED_AT)))
        .filter(before -> Math.abs(Instant.parse(before).until(start, ChronoUnit.SECONDS)) <= 5)
        .orElseGet(start::toString);
  }

  @Override
  public Facts beginning() {
    return new Facts("", Map.of());
  }

  @Override
  public Optional<Facts> first(Facts current) {
    return Optional.of(current);
  }

  @Override
  public Facts difference(Facts previous, Facts current) {
    return current;
  }

  @Override
  public void observe(Facts facts, SampleSpan span, ObservationsBuilder observations) {
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, span.until());
    facts
        .values()
        .forEach(
            (fact, value) -> {
              ServerFacts.Key key = new ServerFacts.Key(facts.server(), fact.key(), value);
              observations.facts().add(key, ServerFacts.Figure.FIRST_SEEN_MICROS, at);
              observations.facts().add(key, ServerFacts.Figure.LAST_SEEN_MICROS, at);
            });
  }

  @Override
  public void encode(Facts sample, ByteWriter bytes) {
    bytes.number(VERSION).text(sample.server()).number(sample.values().size());
    sample.values().forEach((fact, value) -> bytes.text(fact.key()).text(value));
  }

  @Override
  public Facts decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    if (version != VERSION) {
      throw new DamagedBytesException("a sample of version " + version + ", not " + VERSION);
    }
    String server = bytes.text();
    int size = bytes.count(2);
    Map<ServerFact, String> values = new EnumMap<>(ServerFact.class);
    for (int i = 0; i < size; i++) {
      Optional<ServerFact> fact = ServerFact.of(bytes.text());
      String value = bytes.text();
      fact.ifPresent(known -> values.put(known, value));
    }
    return new Facts(server, values);
  }
}
