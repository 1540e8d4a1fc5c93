package dev.watershed.rules.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.input.AdvisorInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where statements run, and who sends them there. */
class FleetStatementsTest {

  private static final FleetFacts FACTS =
      new FleetFactsFixture(
              new WorkloadFixture()
                  .statement("SELECT price FROM orders WHERE member = 1")
                  .schema("shop")
                  .user("web")
                  .run(1_000)
                  .schema("other")
                  .user("batch")
                  .run(2_000))
          .build();

  @Test
  void aStatementIsOnEverySetOfDataAndInEverySchema() {
    DataFacts first = FACTS.data().get(0);
    List<FleetStatement> statements =
        FleetStatements.of(
            FACTS.workload(), List.of(first, likewise(first, 3)), FACTS.coupling().input());
    assertThat(statements).hasSize(1);
    FleetStatement statement = statements.get(0);
    assertThat(statement.places())
        .extracting(place -> place.dataSet() + " " + place.schema().orElse(""))
        .containsExactly("shard-2 other", "shard-2 shop", "db other", "db shop");
    assertThat(statement.dataSet()).isEqualTo("shard-2");
    assertThat(statement.schema()).contains("other");
    assertThat(statement.senders()).containsExactly("batch", "web");
    assertThat(statement.where(place -> place.schema().equals(Optional.of("shop"))))
        .hasValueSatisfying(shop -> assertThat(shop.senders()).containsExactly("web"));
    assertThat(statement.where(place -> place.dataSet().equals("shard-3"))).isEmpty();
  }

  @Test
  void whatNobodySawIsToldFromWhatNobodyClaims() {
    WorkloadFixture workload =
        new WorkloadFixture()
            .statement("SELECT price FROM orders WHERE member = 1")
            .schema("shop")
            .user("web")
            .run(1_000);
    FleetStatement unclaimed =
        new FleetFactsFixture(workload)
            .service("batch", List.of(), List.of())
            .build()
            .statements()
            .get(0);
    FleetStatement unseen =
        new FleetFactsFixture(workload)
            .service("web", List.of(), List.of())
            .unsampled()
            .build()
            .statements()
            .get(0);
    assertThat(unclaimed.unclaimed()).isTrue();
    assertThat(unclaimed.unseen()).isFalse();
    assertThat(unseen.unclaimed()).isFalse();
    assertThat(unseen.unseen()).isTrue();
    assertThat(unseen.senders()).isEmpty();
    assertThat(FACTS.statements().get(0).unclaimed() || FACTS.statements().get(0).unseen())
        .isFalse();
  }

  /** The same statements on another set of data, where they take so many times the time. */
  private static DataFacts likewise(DataFacts data, double times) {
    AdvisedServer server = data.input().server();
    AdvisedServer other =
        new AdvisedServer(
            "shard-2",
            server.version(),
            server.observedSeconds(),
            server.bufferPoolBytes(),
            server.tables(),
            server.statements().stream().map(each -> longer(each, times)).toList());
    return new DataFacts(
        new AdvisorInput(other, data.input().usage(), data.input().seen(), data.input().hinted()),
        data.advice());
  }

  private static WeightedStatement longer(WeightedStatement statement, double times) {
    return new WeightedStatement(
        statement.digest(),
        statement.schema(),
        statement.facts(),
        statement.calls(),
        times * statement.seconds(),
        statement.rowsExaminedPerCall(),
        statement.rowsSentPerCall(),
        statement.rowsAffectedPerCall());
  }
}
