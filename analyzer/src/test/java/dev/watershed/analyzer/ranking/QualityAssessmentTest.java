package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.WorkloadBounds;
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
}
