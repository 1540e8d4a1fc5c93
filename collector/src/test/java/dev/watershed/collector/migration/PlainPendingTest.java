package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainPendingTest {

  @Test
  void allFilesArePendingAsGivenWhateverTheHistory() {
    PendingRun run =
        PendingRun.named(new PlainPending(), PendingRun.history("1"), "b.sql V1__a.sql a.sql");
    assertThat(run.pending()).containsExactly("b.sql", "V1__a.sql", "a.sql");
    assertThat(run.remarks()).isEmpty();
  }
}
