package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import org.junit.jupiter.api.Test;

class UncountedErrorsTest {

  private final WorkloadFixture workload =
      new WorkloadFixture().user("web").run(1_000).user("batch").run(1_000);

  @Test
  void withoutAnyErrorNobodysMayBeCounted() {
    assertThat(UncountedErrors.services(workload.build(), ServiceMapping.accounts()))
        .containsExactlyInAnyOrder("web", "batch");
  }

  @Test
  void anErrorOfOneShowsThatAllAreCounted() {
    workload.user("batch").fails(true).run(1_000);
    assertThat(UncountedErrors.services(workload.build(), ServiceMapping.accounts())).isEmpty();
  }

  @Test
  void whatNoServiceClaimsIsNone() {
    WorkloadFixture nobody = new WorkloadFixture().user("").run(1_000);
    assertThat(UncountedErrors.services(nobody.build(), ServiceMapping.accounts())).isEmpty();
  }
}
