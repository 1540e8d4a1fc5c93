package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Workload;
import org.junit.jupiter.api.Test;

class DigestLookupTest {

  private static final String ORDERS = "SELECT * FROM orders";

  private final Workload workload =
      new WorkloadFixture()
          .statement(ORDERS)
          .run(1)
          .statement("SELECT * FROM items")
          .run(1)
          .build();
  private final long digest = Fingerprints.of(ORDERS, SqlMode.standard()).digest();
  private final String id = Fingerprints.idOf(digest);

  @Test
  void findsAnIdAndItsUniqueBeginningInAnyLetterCase() {
    assertThat(DigestLookup.of(workload, id).digest()).hasValue(digest);
    assertThat(DigestLookup.of(workload, id.substring(0, 8)).digest()).hasValue(digest);
    assertThat(DigestLookup.of(workload, id.toUpperCase(java.util.Locale.ROOT)).digest())
        .hasValue(digest);
  }

  @Test
  void severalThatFitAreCandidates() {
    DigestLookup lookup = DigestLookup.of(workload, "");
    assertThat(lookup.digest()).isEmpty();
    assertThat(lookup.fitting()).isEqualTo(2);
    assertThat(lookup.candidates()).hasSize(2).contains(id);
  }

  @Test
  void ofNoneThatFitsTheMostAlikeComesFirst() {
    char last = id.charAt(15) == '0' ? '1' : '0';
    DigestLookup lookup = DigestLookup.of(workload, id.substring(0, 15) + last);
    assertThat(lookup.digest()).isEmpty();
    assertThat(lookup.fitting()).isZero();
    assertThat(lookup.candidates().get(0)).isEqualTo(id);
  }
}
