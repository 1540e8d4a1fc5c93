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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against a host that reads 1,000 rows without indexes and 10 with them. */
class AdviceTrialTest {

  private final SchemaView tables =
      new CatalogSchemaView(
          new CatalogFixture()
              .table("shop.orders")
              .table("shop.empty")
              .table("shop.secret")
              .table("tenant_1.orders")
              .table("tenant_2.orders")
              .build());
  private final Host host = new Host();

  private static final class Host implements TrialHost {
    private final List<String> done = new ArrayList<>();
    private boolean refusing;
    private String refusedSelect = "none";
    private boolean slowWithout;
    private boolean on;
    private String taken = "trial";
    private Map<String, String> takenIn = Map.of();

    @Override
    public String build(String schema, String table, String parts) throws TrialFailedException {
      if (refusing) {
        throw new TrialFailedException("no room", new IllegalStateException());
      }
      done.add("build " + schema + "." + table + " " + parts);
      return schema.equals("shop") ? "trial" : "trial_" + schema;
    }

    @Override
    public void use(boolean indexes) {
      on = indexes;
    }

    @Override
    public Optional<Measured> run(String schema, String select) throws StatementRefusedException {
      if (select.contains(refusedSelect)) {
        throw new StatementRefusedException("error 1054 (42S22)", new IllegalStateException());
      }
      done.add((on ? "with " : "without ") + schema + ": " + select);
      if (!on && slowWithout) {
        return Optional.empty();
      }
      return Optional.of(
          new Measured(
              on ? 10 : 1_000,
              5,
              on ? "{\"key\": \"" + takenIn.getOrDefault(schema, taken) + "\"}" : "{}"));
    }

    @Override
    public Optional<List<String>> draw(
        String schema, String table, List<String> columns, int offset)
        throws StatementRefusedException {
      if (table.equals("secret")) {
        throw new StatementRefusedException("error 1142 (42000)", new IllegalStateException());
      }
      if (table.equals("empty")) {
        return Optional.empty();
      }
      return Optional.of(columns.stream().map(column -> "'" + column + "'").toList());
    }
  }

  private TrialOutcome outcome(String... sql) throws TrialFailedException {
    return outcome(Kind.ADD, "idx_a", sql);
  }

  private TrialOutcome outcome(Kind kind, String index, String... sql) throws TrialFailedException {
    List<Fingerprint> fingerprints =
        Stream.of(sql).map(text -> Fingerprints.of(text, SqlMode.standard())).toList();
    IndexAdvice advice = advice(kind, "shop", index, fingerprints);
    Map<Long, String> texts =
        fingerprints.stream().collect(Collectors.toMap(Fingerprint::digest, Fingerprint::text));
    return new AdviceTrial(host)
        .of(
            List.of(new TrialSubject("index-1", advice)),
            fingerprints.stream().map(each -> statement("shop", each)).toList(),
            texts::get)
        .get(0);
  }

  private static IndexAdvice advice(
      Kind kind, String schema, String index, List<Fingerprint> fingerprints) {
    return new IndexAdvice(
        kind,
        schema,
        "orders",
        IndexFixture.index(index, "a", false, IndexKind.BTREE, true),
        List.of(),
        fingerprints.stream().map(AdviceTrialTest::effect).toList(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        99,
        Confidence.HIGH,
        List.of());
  }

  private WeightedStatement statement(String schema, Fingerprint fingerprint) {
    return new WeightedStatement(
        fingerprint.digest(),
        Optional.of(schema),
        Understanding.of(fingerprint.text(), false, Optional.of(schema), tables),
        1,
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static DigestEffect effect(Fingerprint fingerprint) {
    return new DigestEffect(
        fingerprint.digest(), 1, 1, Saying.nothing(), Saying.nothing(), 1_000, 10, 100, 1);
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
    assertThat(outcome(Kind.MAKE_VISIBLE, "k_hidden", sql).used()).isTrue();
    assertThat(outcome(Kind.MAKE_VISIBLE, "k_other", sql).used()).isFalse();
    assertThat(outcome(Kind.ADD, "k_hidden", sql).used()).isFalse();
  }

  @Test
  void anAdviceIsJudgedByTheRunsInItsOwnSchema() throws TrialFailedException {
    Fingerprint text = Fingerprints.of("SELECT id FROM orders WHERE a = 5", SqlMode.standard());
    host.takenIn = Map.of("tenant_1", "k_other", "tenant_2", "trial_tenant_2");

    List<TrialOutcome> outcomes =
        new AdviceTrial(host)
            .of(
                Stream.of("tenant_1", "tenant_2")
                    .map(
                        schema ->
                            new TrialSubject(
                                schema, advice(Kind.ADD, schema, "idx_a", List.of(text))))
                    .toList(),
                List.of(statement("tenant_1", text), statement("tenant_2", text)),
                unused -> text.text());

    assertThat(outcomes).extracting(TrialOutcome::used).containsExactly(false, true);
    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.statements()).hasSize(1));
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
  void aStatementThatTheCopyRefusesIsNamedAndTheOthersAreTried() throws TrialFailedException {
    host.refusedSelect = "x_none";
    String refused = "SELECT id FROM orders WHERE a = 5 AND x_none = 1";
    String unreadable = "SELECT id FROM orders, secret s WHERE orders.a = 5 AND s.a = 3";
    TrialOutcome outcome = outcome(refused, unreadable, "SELECT id FROM orders WHERE a = 5");
    assertThat(outcome.statements()).hasSize(1);
    assertThat(outcome.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(outcome.refusedStatements())
        .containsExactly(
            new RefusedStatement(digest(refused), "error 1054 (42S22)"),
            new RefusedStatement(digest(unreadable), "error 1142 (42000)"));
    assertThat(outcome.skipped()).isZero();
  }

  private static long digest(String sql) {
    return Fingerprints.of(sql, SqlMode.standard()).digest();
  }

  @Test
  void countsAsProvenWhatOnlyRunsWithTheIndex() throws TrialFailedException {
    host.slowWithout = true;
    TrialOutcome outcome = outcome("SELECT id FROM orders WHERE a = 5");
    assertThat(outcome.statements().get(0).rowsFactor()).isEmpty();
    assertThat(outcome.verdict()).isEqualTo(Verdict.PROVEN);
  }
}
