package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteSharesTest {

  @ParameterizedTest(name = "{0} of {1} services: {2}")
  @CsvSource({
    "'1',                4, 0",
    "'0.5 0.5',          2, 1",
    "'0.5 0.5',          4, 0.5",
    "'0.25 0.25 0.25 0.25', 4, 1",
    "'0.9 0.1',          2, 0.469",
    "'1',                1, 0",
    "'',                 3, 0",
  })
  void entropyIsZeroForOneWriterAndOneForAllAlike(String shares, int services, double entropy) {
    double[] given =
        shares.isEmpty()
            ? new double[0]
            : List.of(shares.split(" ", -1)).stream().mapToDouble(Double::parseDouble).toArray();
    assertThat(WriteShares.entropy(given, services)).isCloseTo(entropy, within(0.001));
  }

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("a", List.of(), List.of())
          .service("b", List.of(), List.of())
          .tables("shop.items", "shop.audits");

  private static WriteShares of(CouplingInput input, String table) {
    int index = input.tables().find("db", "shop", table).orElseThrow();
    return WriteShares.of(UseMatrix.of(input), input.parties(), index);
  }

  @Test
  void sharesAreOfAllWritersUnclaimedOnesToo() {
    CouplingInput input =
        fixture
            .run("a", 6, "UPDATE shop.items SET a = 1")
            .run("x", 4, "UPDATE shop.items SET a = 1")
            .run("b", 9, "SELECT a FROM shop.items")
            .server("db")
            .build();
    WriteShares shares = of(input, "items");
    assertThat(shares.writes()).isEqualTo(10);
    assertThat(shares.first(input.parties()).orElseThrow().share()).isEqualTo(0.6);
    assertThat(shares.services(input.parties())).hasSize(1);
  }

  @Test
  void aCalledRoutineWritesForItsCallerAndATriggerForNobody() {
    fixture
        .catalog()
        .procedure("shop.sweep", "DELETE FROM shop.items WHERE a = 1")
        .trigger("shop.log", "after delete", "items", "INSERT INTO shop.audits VALUES (1)");
    CouplingInput input = fixture.run("a", 5, "CALL shop.sweep()").server("db").build();
    assertThat(of(input, "items").inferred()).isTrue();
    assertThat(of(input, "items").writes()).isEqualTo(5);

    CouplingFixture other = new CouplingFixture().service("a", List.of(), List.of());
    other
        .catalog()
        .trigger("shop.log", "after delete", "items", "INSERT INTO shop.audits VALUES (1)");
    CouplingInput fired =
        other
            .tables("shop.items", "shop.audits")
            .run("a", 5, "DELETE FROM shop.items")
            .server("db")
            .build();
    assertThat(of(fired, "audits").writers()).isEmpty();
  }
}
