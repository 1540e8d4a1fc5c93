package dev.watershed.rules.fleet;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.Shape;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A digest as rules see it.
 *
 * @param dataSet on which it takes the most time
 * @param schema the default schema of the sessions in which it does; empty if unknown
 * @param fingerprint its text
 * @param facts what it does there
 * @param shape what is left of it when what it selects may change
 * @param services that send a tenth of it and more, by name
 * @param senders all services that send it, however rarely, by name
 * @param unclaimed whether any of it is of no service, or of whom nobody saw
 * @param figures of the fleet
 * @param share its part of all execution time, 0 to 1; empty where a threshold hides the rest
 */
public record FleetStatement(
    String dataSet,
    Optional<String> schema,
    long digest,
    String fingerprint,
    StatementFacts facts,
    Shape shape,
    List<String> services,
    List<String> senders,
    boolean unclaimed,
    Figures figures,
    OptionalDouble share) {

  public FleetStatement {
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(shape, "shape");
    services = services.stream().sorted().toList();
    senders = senders.stream().sorted().toList();
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(share, "share");
  }

  /** The id as people see it. */
  public String digestText() {
    return Fingerprints.idOf(digest);
  }

  /** The first table by name, {@code schema.table}; empty if it names none. */
  public Optional<String> firstTable() {
    return facts.tables().stream()
        .map(NamedTable::table)
        .map(table -> table.qualifiedName())
        .sorted()
        .findFirst();
  }

  /**
   * What a rule's verdict on it is known by, for each of its services; one without a service if it
   * is nobody's.
   */
  public List<ViolationKey> keys(String rule) {
    return keys(rule, services.isEmpty() ? List.of("") : services);
  }

  /** The same for everybody who sends it, however rarely. */
  List<ViolationKey> senderKeys(String rule) {
    List<String> all = new ArrayList<>(senders);
    if (unclaimed || services.isEmpty()) {
      all.add("");
    }
    return keys(rule, all);
  }

  private List<ViolationKey> keys(String rule, List<String> names) {
    String table = firstTable().orElse("");
    return names.stream().map(name -> new ViolationKey(rule, name, table, shape.idText())).toList();
  }
}
