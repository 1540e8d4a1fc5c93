package dev.watershed.rules.fleet;

import dev.watershed.sql.facts.StatementFacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a statement runs: the same text means other tables on another set of data and in another
 * schema.
 *
 * @param dataSet its name
 * @param schema the default schema of its sessions; empty if unknown
 * @param facts what it does there
 * @param senders all services that send it there, however rarely, by name
 * @param unclaimed whether any of it there is of no service
 * @param unseen whether nobody saw of whom any of it there is: counters show it, and no sample
 */
public record StatementPlace(
    String dataSet,
    Optional<String> schema,
    StatementFacts facts,
    List<String> senders,
    boolean unclaimed,
    boolean unseen) {

  public StatementPlace {
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(facts, "facts");
    senders = senders.stream().sorted().toList();
  }
}
