package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.InputQuality.Amount;
import dev.watershed.analyzer.coupling.input.InputQuality.UnclaimedAccount;
import dev.watershed.workload.WorkloadBounds;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class QualityCountsTest {

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("shop", List.of(), List.of())
          .tables("shop.items", "shop.orders");

  /** One text and one class of transactions are kept. */
  private static WorkloadBounds narrow() {
    return WorkloadBounds.ofNames(1, 10, 10, 1, 1_000);
  }

  @Test
  void whatHasNoTextIsLumpedAndNotAmongAll() {
    InputQuality quality =
        fixture
            .bounds(narrow())
            .run("shop", 4, "SELECT a FROM shop.items")
            .run("shop", 4, "SELECT a FROM shop.orders")
            .server("db")
            .build()
            .quality();
    assertThat(quality.lumped()).isEqualTo(new Amount(1, 4, 4_000));
    assertThat(quality.all()).isEqualTo(new Amount(1, 4, 4_000));
  }

  @Test
  void whereAllTextsAreKeptNothingIsLumped() {
    InputQuality quality =
        fixture.run("shop", 4, "SELECT a FROM shop.items").server("db").build().quality();
    assertThat(quality.lumped()).isEqualTo(Amount.NONE);
    assertThat(quality.transactions().lumped()).isZero();
  }

  @Test
  void transactionsBeyondTheBoundAreCounted() {
    CouplingInput input =
        fixture
            .bounds(narrow())
            .transaction("shop", 3, "SELECT a FROM shop.items")
            .transaction("shop", 3, "SELECT a FROM shop.orders")
            .server("db")
            .build();
    assertThat(input.quality().transactions().lumped()).isEqualTo(3);
    assertThat(input.transactions().size()).isEqualTo(1);
    assertThat(input.transactions().transactions(0)).isEqualTo(3);
  }

  @Test
  void logsThatLeaveOutFastStatementsAreNamed() {
    fixture.longQueryTime(OptionalDouble.of(0.1)).server("slow");
    fixture.longQueryTime(OptionalDouble.of(0)).server("all");
    fixture.longQueryTime(OptionalDouble.empty()).server("unknown");
    assertThat(fixture.build().quality().withThreshold()).containsExactly("slow");
  }

  @Test
  void anAccountThatNobodyClaimsHasTheSumsOfItsStatements() {
    CouplingInput input =
        fixture
            .run("small", 2, "SELECT a FROM shop.items")
            .run("big", 3, "SELECT a FROM shop.items")
            .run("big", 5, "SELECT a FROM shop.orders")
            .run("shop", 9, "SELECT a FROM shop.orders")
            .server("db")
            .build();
    int items = statement(input, "items");
    int orders = statement(input, "orders");
    assertThat(input.quality().accounts())
        .containsExactly(
            new UnclaimedAccount("big", "db", 8, 8_000, List.of(orders, items)),
            new UnclaimedAccount("small", "db", 2, 2_000, List.of(items)));
  }

  private static int statement(CouplingInput input, String words) {
    for (int index = 0; index < input.statements().size(); index++) {
      if (input.statements().get(index).fingerprint().contains(words)) {
        return index;
      }
    }
    throw new AssertionError(words);
  }
}
