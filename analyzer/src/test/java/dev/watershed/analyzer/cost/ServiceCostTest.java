package dev.watershed.analyzer.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceCostTest {

  private static ServerBill.Part part(String service, String currency, double amount) {
    Money money = new Money(currency, amount);
    return new ServerBill.Part(
        Optional.of(service).filter(name -> !name.isEmpty()), 0.5, money, money, money);
  }

  private static ServerBill bill(String server, String currency, ServerBill.Part... parts) {
    double sum = Arrays.stream(parts).mapToDouble(part -> part.cost().amount()).sum();
    return new ServerBill(
        server, new Money(currency, sum), ApportionMethod.STATEMENT_TIME, List.of(parts));
  }

  @Test
  void aServiceCostsWhatItDoesOnAllServers() {
    assertThat(
            ServiceCost.of(
                List.of(
                    bill("a", "JPY", part("shop", "JPY", 10), part("", "JPY", 50)),
                    bill("b", "JPY", part("shop", "JPY", 20), part("mail", "JPY", 5)))))
        .extracting(
            cost -> cost.service().orElse("-"),
            cost -> cost.perMonth().amount(),
            ServiceCost::servers)
        .containsExactly(tuple("-", 50.0, 1), tuple("shop", 30.0, 2), tuple("mail", 5.0, 1));
  }

  @Test
  void currenciesAreNotAdded() {
    assertThat(
            ServiceCost.of(
                List.of(
                    bill("a", "JPY", part("shop", "JPY", 10)),
                    bill("b", "EUR", part("shop", "EUR", 20)))))
        .extracting(ServiceCost::perMonth)
        .containsExactly(new Money("EUR", 20), new Money("JPY", 10));
  }

  @Test
  void withoutBillsThereIsNothing() {
    assertThat(ServiceCost.of(List.of())).isEmpty();
  }
}
