package dev.watershed.rules;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.Arrays;

/** Facts of small workloads; the account is the service. */
final class Facts {

  private Facts() {}

  static WorkloadFacts of(WorkloadFixture workload) {
    return new Ranker(workload.build(), ServiceMapping.accounts())
        .rank(RankingOptions.everyDigest());
  }

  static long[] times(int calls, long micros) {
    long[] times = new long[calls];
    Arrays.fill(times, micros);
    return times;
  }
}
