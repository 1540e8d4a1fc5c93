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
import java.util.function.Predicate;

/**
 * A digest as rules see it.
 *
 * @param fingerprint its text
 * @param places where it runs, that where it takes the most time first; at least one
 * @param shape what is left of what it does there when what it selects may change
 * @param services that send a tenth of it and more, by name
 * @param figures of the fleet
 * @param share its part of all execution time, 0 to 1; empty where a threshold hides the rest
 */
public record FleetStatement(
    long digest,
    String fingerprint,
    List<StatementPlace> places,
    Shape shape,
    List<String> services,
    Figures figures,
    OptionalDouble share) {

  public FleetStatement {
    Objects.requireNonNull(fingerprint, "fingerprint");
    places = List.copyOf(places);
    Objects.requireNonNull(shape, "shape");
    services = services.stream().sorted().toList();
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(share, "share");
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a statement that runs nowhere: " + fingerprint);
    }
  }

  /** The set of data on which it takes the most time. */
  public String dataSet() {
    return places.get(0).dataSet();
  }

  /** The default schema of the sessions in which it does; empty if unknown. */
  public Optional<String> schema() {
    return places.get(0).schema();
  }

  /** What it does there. */
  public StatementFacts facts() {
    return places.get(0).facts();
  }

  /** All services that send it, however rarely, by name. */
  public List<String> senders() {
    return places.stream().flatMap(place -> place.senders().stream()).distinct().sorted().toList();
  }

  /** Whether any of it is of no service. */
  public boolean unclaimed() {
    return places.stream().anyMatch(StatementPlace::unclaimed);
  }

  /** Whether nobody saw of whom any of it is. */
  public boolean unseen() {
    return places.stream().anyMatch(StatementPlace::unseen);
  }

  /**
   * The same as it runs in some places, with the figures of the fleet; empty if it runs in none of
   * them.
   */
  public Optional<FleetStatement> where(Predicate<StatementPlace> wanted) {
    List<StatementPlace> kept = places.stream().filter(wanted).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(in(kept));
  }

  /** The same as it runs in one place, with the figures of the fleet. */
  public FleetStatement at(StatementPlace place) {
    return in(List.of(place));
  }

  private FleetStatement in(List<StatementPlace> some) {
    return new FleetStatement(digest, fingerprint, some, shape, services, figures, share);
  }

  /** The id as people see it. */
  public String digestText() {
    return Fingerprints.idOf(digest);
  }

  /** The first table by name, {@code schema.table}; empty if it names none. */
  public Optional<String> firstTable() {
    return facts().tables().stream()
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
    List<String> all = new ArrayList<>(senders());
    if (unclaimed() || unseen() || services.isEmpty()) {
      all.add("");
    }
    return keys(rule, all);
  }

  private List<ViolationKey> keys(String rule, List<String> names) {
    String table = firstTable().orElse("");
    return names.stream().map(name -> new ViolationKey(rule, name, table, shape.idText())).toList();
  }
}
