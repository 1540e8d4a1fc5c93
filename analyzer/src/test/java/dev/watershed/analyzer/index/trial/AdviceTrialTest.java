package dev.watershed.analyzer.index.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.trial.TrialOutcome.Verdict;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.IndexKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Against a host that reads 1,000 rows without indexes and 10 with them. */
class AdviceTrialTest {

  private final SchemaView tables =
      new CatalogSchemaView(new CatalogFixture().table("shop.orders").table("shop.empty").build());
  private final Host host = new Host();

  private static final class Host implements TrialHost {
    private final List<String> done = new ArrayList<>();
    private boolean refusing;
    private boolean slowWithout;
    private boolean on;
    private String taken = "trial";

    @Override
    public String build(String schema, String table, String parts) throws TrialFailedException {
      if (refusing) {
        throw new TrialFailedException("no room", new IllegalStateException());
      }
      done.add("build " + schema + "." + table + " " + parts);
      return "trial";
    }

    @Override
    public void use(boolean indexes) {
      on = indexes;
    }

    @Override
    public Optional<Measured> run(String schema, String select) {
      done.add((on ? "with " : "without ") + schema + ": " + select);
      if (!on && slowWithout) {
        return Optional.empty();
      }
      return Optional.of(
          new Measured(on ? 10 : 1_000, 5, on ? "{\"key\": \"" + taken + "\"}" : "{}"));
    }

    @Override
    public Optional<List<String>> draw(
        String schema, String table, List<String> columns, int offset) {
      if (table.equals("empty")) {
        return Optional.empty();
      }
      return Optional.of(columns.stream().map(column -> "'" + column + "'").toList());
    }
  }

  private TrialOutcome outcome(String sql) throws TrialFailedException {
    return outcome(sql, Kind.ADD, "idx_a");
  }

  private TrialOutcome outcome(String sql, Kind kind, String index) throws TrialFailedException {
    Fingerprint fingerprint = Fingerprints.of(sql, SqlMode.standard());
    WeightedStatement statement =
        new WeightedStatement(
            fingerprint.digest(),
            Optional.of("shop"),
            Understanding.of(fingerprint.text(), false, Optional.of("shop"), tables),
            1,
            1,
            OptionalDouble.empty(),
            OptionalDouble.empty());
    IndexAdvice advice =
        new IndexAdvice(
            kind,
            "shop",
            "orders",
            IndexFixture.index(index, "a", false, IndexKind.BTREE, true),
            List.of(),
            List.of(
                new DigestEffect(
                    fingerprint.digest(),
                    1,
                    1,
                    Saying.nothing(),
                    Saying.nothing(),
                    1_000,
                    10,
                    100,
                    1)),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            99,
            Confidence.HIGH,
            List.of());
    return new AdviceTrial(host)
        .of(
            List.of(new TrialSubject("index-1", advice)),
            List.of(statement),
            digest -> fingerprint.text())
        .get(0);
  }

  @Test
  void runsWithoutAndWithTheSameLiterals() throws TrialFailedException {
    TrialOutcome outcome = outcome("SELECT id FROM orders o WHERE o.a = 5 LIMIT 3");
    assertThat(host.done)
        .containsExactly(
            "build shop.orders (`a`)",
            "without shop: SELECT id FROM orders o WHERE o.`a` = 'a' LIMIT 20",
            "with shop: SELECT id FROM orders o WHERE o.`a` = 'a' LIMIT 20");
    assertThat(outcome.used()).isTrue();
    assertThat(outcome.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(outcome.statements().get(0).rowsFactor()).hasValue(100.0);
    assertThat(outcome.statements().get(0).guessed()).isFalse();
  }

  @Test
  void aHiddenIndexMayBeTakenItself() throws TrialFailedException {
    String sql = "SELECT id FROM orders WHERE a = 5";
    host.taken = "k_hidden";
    assertThat(outcome(sql, Kind.MAKE_VISIBLE, "k_hidden").used()).isTrue();
    assertThat(outcome(sql, Kind.MAKE_VISIBLE, "k_other").used()).isFalse();
    assertThat(outcome(sql, Kind.ADD, "k_hidden").used()).isFalse();
  }

  @Test
  void marksLiteralsThatItGuesses() throws TrialFailedException {
    assertThat(outcome("SELECT id FROM orders WHERE a = LOWER('x')").statements().get(0).guessed())
        .isTrue();
  }

  @Test
  void runsNothingThatWrites() throws TrialFailedException {
    TrialOutcome outcome = outcome("UPDATE orders SET id = 2 WHERE a = 5");
    assertThat(host.done).hasSize(1);
    assertThat(outcome.skipped()).isEqualTo(1);
    assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void skipsWhatHasNoRowsToDrawFrom() throws TrialFailedException {
    TrialOutcome outcome = outcome("SELECT 1 FROM orders, `empty` e WHERE e.a = 5");
    assertThat(outcome.statements()).isEmpty();
    assertThat(outcome.skipped()).isEqualTo(1);
  }

  @Test
  void saysWhatCouldNotBeBuilt() throws TrialFailedException {
    host.refusing = true;
    TrialOutcome outcome = outcome("SELECT id FROM orders WHERE a = 5");
    assertThat(outcome.refused()).hasValue("no room");
    assertThat(outcome.used()).isFalse();
  }

  @Test
  void countsAsProvenWhatOnlyRunsWithTheIndex() throws TrialFailedException {
    host.slowWithout = true;
    TrialOutcome outcome = outcome("SELECT id FROM orders WHERE a = 5");
    assertThat(outcome.statements().get(0).rowsFactor()).isEmpty();
    assertThat(outcome.verdict()).isEqualTo(Verdict.PROVEN);
  }
}
