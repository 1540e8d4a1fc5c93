package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.Set;
import java.util.TreeSet;

/** How one tells that services are coupled. */
final class CouplingPlants {

  private static final int SEVERAL = 3;

  private CouplingPlants() {}

  static boolean severalWriters(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream().allMatch(table -> facts.writers(table).size() >= SEVERAL);
  }

  static boolean otherThanOwnerWrites(PlantedCase planted, PlantFacts facts) {
    TableName table = planted.tables().get(0);
    String owner = facts.services().owner(table).orElseThrow();
    Set<String> others = new TreeSet<>(facts.writers(table));
    return others.remove(owner) && others.containsAll(facts.services(planted));
  }

  static boolean readWithoutContract(PlantedCase planted, PlantFacts facts) {
    TableName table = planted.tables().get(0);
    return facts.queries(planted).stream()
        .map(LabelledQuery::service)
        .allMatch(service -> facts.readsOutside(service, table));
  }

  static boolean statementOfTwoOwners(PlantedCase planted, PlantFacts facts) {
    return owners(planted, facts).size() > 1
        && facts.templates(planted).anyMatch(template -> template.sql().contains("JOIN"));
  }

  static boolean transactionOfTwoOwners(PlantedCase planted, PlantFacts facts) {
    return owners(planted, facts).size() > 1
        && facts.queries(planted).stream().allMatch(query -> query.action().transactional());
  }

  static boolean othersReadBack(PlantedCase planted, PlantFacts facts) {
    return facts.services(planted).stream()
        .noneMatch(service -> owners(planted, facts).contains(service));
  }

  static boolean twoServicesShareTables(PlantedCase planted, PlantFacts facts) {
    boolean write = planted.tables().stream().allMatch(table -> facts.writers(table).size() == 2);
    return facts.services(planted).size() == 2 && write != planted.trap();
  }

  static boolean everybodyReads(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream().allMatch(facts::isHub);
  }

  static boolean othersReadColumns(PlantedCase planted, PlantFacts facts) {
    return othersReadBack(planted, facts)
        && planted.columns().stream()
            .allMatch(
                column -> facts.templates(planted).allMatch(each -> each.sql().contains(column)));
  }

  private static Set<String> owners(PlantedCase planted, PlantFacts facts) {
    Set<String> owners = new TreeSet<>();
    planted.tables().forEach(table -> owners.add(facts.services().owner(table).orElseThrow()));
    return owners;
  }
}
