package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ids of findings stay when load is added that has nothing to do with them: other services on
 * tables of their own, and accounts that no service claims. Whether they may gate, and are taken
 * for chance, stays too.
 */
class FindingIdsTest {

  private static final List<String> SERVICES = List.of("shop", "member", "stock", "mail");
  private static final List<String> TABLES =
      List.of(
          "shop.items",
          "shop.orders",
          "member.members",
          "member.logins",
          "stock.days",
          "mail.texts");

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void otherLoadChangesNoId(int seed) {
    Set<String> before = ids(seed, false);
    Set<String> after = ids(seed, true);
    assertThat(before).isNotEmpty();
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
  }

  /** The findings that name one of the tables or services that are always there. */
  private static Set<String> ids(int seed, boolean more) {
    CouplingFixture fixture = new CouplingFixture();
    SERVICES.forEach(name -> fixture.service(name, List.of(name + ".*"), List.of()));
    fixture.tables(TABLES.toArray(String[]::new));
    Random random = new Random(seed);
    fixture.run("shop", 3, "UPDATE member.members SET a = 1");
    for (int statement = 0; statement < 15; statement++) {
      run(fixture, random, SERVICES, TABLES);
    }
    if (more) {
      other(fixture, new Random(-seed));
    }
    fixture.server("db");
    return CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE)
        .findings()
        .stream()
        .filter(
            finding ->
                TABLES.containsAll(finding.tables()) && SERVICES.containsAll(finding.services()))
        .map(finding -> finding.id() + " " + finding.occasional() + " " + finding.mayGate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void other(CouplingFixture fixture, Random random) {
    List<String> services = List.of("other1", "other2", "other3", "stranger");
    services.stream()
        .filter(name -> !name.equals("stranger"))
        .forEach(name -> fixture.service(name, List.of(name + ".*"), List.of()));
    List<String> tables = List.of("other1.a", "other1.b", "other2.a", "other3.a");
    fixture.tables(tables.toArray(String[]::new));
    for (int statement = 0; statement < 40; statement++) {
      run(fixture, random, services, tables);
    }
  }

  private static void run(
      CouplingFixture fixture, Random random, List<String> services, List<String> tables) {
    String service = any(random, services);
    String table = any(random, tables);
    int times = 1 + random.nextInt(9);
    switch (random.nextInt(4)) {
      case 0 -> fixture.run(service, times, "SELECT a FROM " + table);
      case 1 -> fixture.run(service, times, "UPDATE " + table + " SET a = 1");
      case 2 ->
          fixture.run(
              service,
              times,
              "SELECT x.a FROM " + table + " x JOIN " + any(random, tables) + " y ON x.a = y.a");
      default ->
          fixture.transaction(
              service,
              times,
              "UPDATE " + table + " SET b = 1",
              "UPDATE " + any(random, tables) + " SET c = 1");
    }
  }

  private static String any(Random random, List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
