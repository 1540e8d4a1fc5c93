package dev.watershed.collector.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.CatalogGrant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor asks for is what the catalog needs: no more, and in the same words. */
class CatalogGrantAgreementTest {

  private static final List<Check> CHECKS =
      List.of(new CatalogGrantCheck(), new CodeGrantCheck(), new InnodbStatisticsGrantCheck());

  @ParameterizedTest
  @EnumSource(ServerProduct.class)
  void whoHasNothingIsToldEachStatement(ServerProduct product) {
    ServerFacts nothing = patient(product).granted().facts();

    assertThat(statements(nothing))
        .containsExactlyElementsOf(
            Arrays.stream(CatalogGrant.values())
                .map(grant -> grant.statement(product, nothing.account()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(ServerProduct.class)
  void whoRunsTheStatementsSeesEverything(ServerProduct product) {
    ServerFacts nothing = patient(product).granted().facts();
    String[] shown =
        statements(nothing).stream()
            .map(statement -> statement.replaceAll("mysql\\.(\\w+)", "`mysql`.`$1`"))
            .toArray(String[]::new);
    ServerFacts all = patient(product).granted(shown).facts();

    assertThat(CatalogGrant.values()).allMatch(all::has);
    assertThat(statements(all)).isEmpty();
  }

  private static List<String> statements(ServerFacts server) {
    return CHECKS.stream()
        .flatMap(check -> check.complaints(server).stream())
        .flatMap(complaint -> complaint.remedy().statements().stream())
        .toList();
  }

  private static Patient patient(ServerProduct product) {
    return switch (product) {
      case MYSQL -> Patient.mySql();
      case MARIADB -> Patient.mariaDb();
    };
  }
}
