package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Workload;
import org.junit.jupiter.api.Test;

class DigestExplainerTest {

  private static final String ORDERS = "SELECT * FROM orders";

  private final Workload workload =
      new WorkloadFixture()
          .statement(ORDERS)
          .schema("market")
          .user("web")
          .run(100, 200)
          .user("batch")
          .schema("archive")
          .run(700)
          .statement("SELECT * FROM items")
          .run(5_000)
          .build();

  @Test
  void takesADigestApart() {
    long digest = Fingerprints.of(ORDERS, SqlMode.standard()).digest();
    DigestFacts facts =
        new DigestExplainer(workload, ServiceMapping.accounts()).explain(digest).orElseThrow();
    assertThat(facts.rank()).isEqualTo(2);
    assertThat(facts.digestCount()).isEqualTo(2);
    assertThat(facts.group().figures().calls()).hasValue(3);
    assertThat(facts.services())
        .extracting(part -> part.key().name())
        .containsExactly("batch", "web");
    assertThat(facts.services().get(0).share()).hasValueCloseTo(0.7, within(1e-9));
    assertThat(facts.schemas())
        .extracting(part -> part.key().name())
        .containsExactly("archive", "market");
    assertThat(facts.digest().tables())
        .extracting(TouchedTable::name)
        .containsExactly("archive.orders", "market.orders");
  }

  @Test
  void knowsNothingOfAnUnknownDigest() {
    assertThat(new DigestExplainer(workload, ServiceMapping.accounts()).explain(42)).isEmpty();
  }
}
