package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.rules.verdict.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and addresses. */
class CheckPlacesTest {

  @ParameterizedTest
  @CsvSource({
    "db/V1.sql, db/V1.sql",
    "./db/V1.sql, db/V1.sql",
    "/repo/db/V1.sql, db/V1.sql",
    "/repo/./db/V1.sql, db/V1.sql",
    "/repository/V1.sql, /repository/V1.sql",
    "../V1.sql, ../V1.sql",
  })
  void pathsBeginAtTheRoot(String given, String expected) {
    assertThat(GateFixture.PLACES.fromRoot(given)).isEqualTo(expected);
  }

  @Test
  void theRootOfAllMayBeTheRoot() {
    CheckPlaces places =
        new CheckPlaces(Path.of("/"), "w.yaml", Optional.empty(), Optional.empty());
    assertThat(places.fromRoot("/db/V1.sql")).isEqualTo("db/V1.sql");
  }

  @Test
  void addressesAreEncoded() {
    assertThat(CheckPlaces.encoded("db/V1 é#?%.sql")).isEqualTo("db/V1%20%C3%A9%23%3F%25.sql");
    assertThat(GateFixture.PLACES.link(new Location("./a b.sql", 3, 1)))
        .contains("https://github.example/acme/shop/blob/4711/a%20b.sql#L3");
    assertThat(GateFixture.PLACES.link(new Location("/tmp/a.sql", 3, 1))).isEmpty();
    assertThat(GateFixture.BARE.link(new Location("a.sql", 3, 1))).isEmpty();
  }

  @Test
  void onlyRulesThatAreBuiltInHavePages() {
    assertThat(GateFixture.PLACES.page("budget-p95"))
        .contains("https://docs.example/rules/budget-p95.md");
    assertThat(GateFixture.PLACES.page("own-rule")).isEmpty();
    assertThat(GateFixture.BARE.page("budget-p95")).isEmpty();
  }

  @Test
  void whatIsNotAbsoluteIsRefused() {
    assertThatThrownBy(
            () ->
                new CheckPlaces(
                    Path.of("/repo"), "w.yaml", Optional.of(URI.create("rules")), Optional.empty()))
        .hasMessageContaining("not an absolute address: rules");
    assertThatThrownBy(
            () -> new CheckPlaces(Path.of("repo"), "w.yaml", Optional.empty(), Optional.empty()))
        .hasMessageContaining("not absolute: repo");
  }
}
