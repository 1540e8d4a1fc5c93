package dev.watershed.rules.index;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdedTableRuleTest {

  @ParameterizedTest
  @CsvSource({"9, 1000, true", "8, 1000, false", "9, 999, false"})
  void firesOnManyIndexesAndManyWrites(int indexes, long inserted, boolean fires) {
    ObservationsBuilder watched = new ObservationsBuilder(ObservationBounds.standard());
    watched
        .minutes()
        .add(new ServerMinutes.Key("uuid", 1), ServerMinutes.Figure.SPAN_MICROS, 1_000_000_000);
    watched
        .indexes()
        .add(
            new IndexUse.Key(TableMaker.SCHEMA, "bookings", ""),
            IndexUse.Figure.INSERTED,
            inserted);
    Verdict verdict =
        Judging.judge(CrowdedTableRule.KIND, facts(indexes).observed(watched.build()).build());
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  @Test
  void withoutTheUseOfTablesWritesAreNotKnown() {
    Verdict verdict = Judging.judge(CrowdedTableRule.KIND, facts(12).build());
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inspected()).isZero();
    assertThat(verdict.inconclusive().get(0).reason()).contains("was not watched");
  }

  private static FleetFactsFixture facts(int indexes) {
    TableMaker table = table("bookings");
    for (int index = 0; index < indexes; index++) {
      table.numbers("c" + index).key("ix_" + index, false, "c" + index);
    }
    return new FleetFactsFixture(new WorkloadFixture().run(1)).table(table);
  }
}
