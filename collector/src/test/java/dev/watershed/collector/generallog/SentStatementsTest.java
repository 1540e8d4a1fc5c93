package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.WorkloadBounds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentStatementsTest {

  private static final Session APP = new Session("app", "h", Optional.of("shop"));
  private static final Session OTHER = new Session("other", "h", Optional.of("shop"));

  private SentStatements sent;

  /** Room for three texts and two statements. */
  @BeforeEach
  void small() {
    SlowLogOptions standard = SlowLogOptions.standard();
    sent =
        new SentStatements(
            new SlowLogOptions(
                standard.sqlMode(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of("test", "app"),
                24,
                1,
                new WorkloadBounds(3, 9, 9, 9, 9, 2, 9, 9)));
  }

  @Test
  void aStatementIsKeptOncePerSchemaAndOrigin() {
    add(APP, "SELECT a FROM t WHERE a = 1");
    add(APP, "SELECT a FROM t WHERE a = 2");
    add(APP.using("bill"), "SELECT a FROM t WHERE a = 2");
    assertThat(sent.statements())
        .extracting(each -> each.schema().orElse(""))
        .containsExactly("shop", "bill");
    assertThat(sent.beyond()).isZero();
  }

  @Test
  void theCommentInFrontHasTheTags() {
    add(APP, "/* test='one' */ SELECT 1 /* test='two' */");
    add(APP, "SELECT 2, 2 /* app='shop', other='x' */");
    assertThat(sent.statements())
        .extracting(each -> each.origin().tags().toString())
        .satisfiesExactly(
            tags -> assertThat(tags).contains("one").doesNotContain("two"),
            tags -> assertThat(tags).contains("shop").doesNotContain("other"));
  }

  /** Many tests that send one statement must not hide another one. */
  @Test
  void aNewTextGoesBeforeFurtherOriginsOfAKnownOne() {
    add(APP, "SELECT a FROM t");
    add(OTHER, "SELECT a FROM t");
    add(APP.using("bill"), "SELECT a FROM t");
    assertThat(sent.beyond()).isEqualTo(1);
    add(APP, "SELECT b FROM t");
    add(APP, "SELECT c FROM t");
    add(APP, "SELECT d FROM t");
    assertThat(sent.beyond()).as("the fourth text").isEqualTo(2);
    assertThat(sent.statements())
        .extracting(SentStatement::fingerprint)
        .containsExactly(
            "SELECT a FROM t", "SELECT a FROM t", "SELECT b FROM t", "SELECT c FROM t");
  }

  private void add(Session session, String statement) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    sent.add(session, bytes, 0, bytes.length, false);
  }
}
