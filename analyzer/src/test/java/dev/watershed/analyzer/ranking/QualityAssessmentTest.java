package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.WorkloadBounds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityAssessmentTest {

  /** Four rows of equal time: two accounts in each of two schemas. */
  @ParameterizedTest
  @CsvSource({"2, 4, 0, 0", "2, 3, 0.25, 0", "2, 1, 0.75, 0", "1, 4, 0.5, 0.5"})
  void whatLostItsAccountOrSchemaToTheBoundsOfCombinationsIsToldAsAShare(
      int digestSchemas, int statements, double accountShare, double schemaShare) {
    WorkloadFixture fixture =
        new WorkloadFixture(new WorkloadBounds(9, 9, 9, 9, digestSchemas, statements, 9, 99));
    for (String schema : new String[] {"a", "b"}) {
      fixture.schema(schema).user("web").run(1_000).user("batch").run(1_000);
    }
    QualityFacts quality =
        new Ranker(fixture.build(), ServiceMapping.accounts())
            .rank(RankingOptions.standard())
            .quality();
    assertThat(quality.lumpedAccountShare()).hasValue(accountShare);
    assertThat(quality.lumpedSchemaShare()).hasValue(schemaShare);
    assertThat(quality.lumpedDigestShare()).as("never the digest").hasValue(0);
  }

  /** Three of five calls have a time. */
  @Test
  void callsWithoutATimeAreCounted() {
    WorkloadFixture fixture =
        new WorkloadFixture().run(1_000).weight(2).run(1_000).withoutTime().run(1_000);
    QualityFacts quality =
        new Ranker(fixture.build(), ServiceMapping.accounts())
            .rank(RankingOptions.standard())
            .quality();
    assertThat(quality.untimedCalls()).isEqualTo(2);
  }

  /** A snapshot has no minutes; a row has a time if any of its calls has one. */
  @Test
  void withoutMinutesARowSaysIt() {
    WorkloadFixture fixture =
        new WorkloadFixture().weight(4).withoutTime().user("web").run(1_000).user("batch").run(9);
    QualityFacts quality =
        new Ranker(fixture.build(), ServiceMapping.accounts())
            .rank(RankingOptions.standard())
            .quality();
    assertThat(quality.untimedCalls()).isEqualTo(8);
  }

  /** 3 of 4 ms are an account's that no service claims. */
  @Test
  void whatNoServiceClaimsIsAShareOfTheTime() {
    Match match = new Match(List.of(new Glob("web")), List.of(), List.of(), List.of());
    ServiceMapping mapping =
        ServiceMapping.of(
            List.of(
                new Service(
                    "shop",
                    Optional.empty(),
                    Optional.of(match),
                    List.of(),
                    List.of(),
                    List.of())));
    WorkloadFacts facts =
        new Ranker(
                new WorkloadFixture().user("web").run(1_000).user("batch").run(3_000).build(),
                mapping)
            .rank(RankingOptions.standard());
    assertThat(facts.quality().unattributedShare()).hasValue(0.75);
    assertThat(facts.serviceCount()).isEqualTo(1);
    assertThat(facts.services()).hasSize(2);
  }
}
