package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathOwnersTest {

  private static final String CONFIGURATION =
      """
      services:
        - name: market
          team: core
          match: {users: [market]}
          paths: [market, "shared/**/market"]
          modules:
            - {name: coupon, team: growth, match: {comments: {app: coupon}}, paths: [market/coupon, "market/**/coupon.sql"]}
        - {name: search, team: core, match: {users: [search]}}
        - {name: stock, match: {users: [stock]}, paths: [market/stock]}
      include: ["services/*/watershed.yaml", "beside.yaml"]
      owners: [{codeowners: CODEOWNERS}]
      aliases: {"@acme/money": payment}
      """;

  @TempDir Path folder;
  private PathOwners owners;

  @BeforeEach
  void read() throws IOException, ConfigurationException {
    write("watershed.yaml", CONFIGURATION);
    write("beside.yaml", "services: [{name: beside, match: {users: [beside]}}]\n");
    write(
        "services/booking/watershed.yaml",
        "services: [{name: booking, match: {users: [booking]}, paths: [db]}]\n");
    write(
        "services/payment/watershed.yaml",
        "services: [{name: payment, match: {users: [p]}}, {name: ledger, match: {users: [l]}}]\n");
    write(
        "CODEOWNERS",
        """
        docs/        @acme/core
        docs/money/  @acme/money @acme/growth
        docs/nobody/ @alice
        market/      @acme/growth
        """);
    Configuration configuration = ConfigurationReader.read("watershed.yaml", folder);
    owners = PathOwners.of(configuration, configuration.services().services());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          market/Main.java                 | market                | market
          market/coupon/Coupon.java        | market/coupon         | market
          market/db/coupon.sql             | market/coupon         | market
          market/stock/Stock.java          | stock                 | stock
          shared/a/b/market                | market                | market
          services/booking/db/V1__a.sql    | booking               | booking
          services/booking/src/Main.java   | booking               | booking
          services/booking/watershed.yaml  | booking               | booking
          services/payment/Main.java       | ledger, payment       |
          services/other/Main.java         |                       |
          docs/a.md                        | market, search        |
          docs/money/a.md                  | market/coupon, payment |
          docs/nobody/a.md                 |                       |
          watershed.yaml                   |                       |
          beside.yaml                      |                       |
          """)
  void theDeepestPathSaysWhoseAFileIsAndCodeOwnersWhereNoneDoes(
      String path, String services, String sender) {
    Path file = folder.toAbsolutePath().normalize().resolve(path);
    assertThat(String.join(", ", owners.of(file))).isEqualTo(services == null ? "" : services);
    assertThat(owners.sender(file).orElse(null)).isEqualTo(sender);
  }

  @Test
  void withoutAConfigurationNothingIsAnybodys() {
    assertThat(PathOwners.NONE.of(folder.resolve("market/Main.java"))).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
