package dev.watershed.sql.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables by parsing against tables by words, and against how random statements were made. */
@Tag("long")
class TwoWaysTest {

  private static final int RUNS = 1_500;

  @Test
  void parsedTablesAreThoseThatTheStatementWasMadeOf() {
    int parsed = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      String raw = queries.text().replace("(...)", "(1, 2)").replace("?, ...", "1, 2");
      String text =
          Fingerprints.of(raw.replace("?", "1").replace(" (", "("), SqlMode.standard()).text();
      StatementFacts facts = understood(text);
      assertThat(tables(facts))
          .as("seed %d: %s", seed, text)
          .isEqualTo(new HashSet<>(queries.expected()));
      parsed += facts.parsed() ? 1 : 0;
    }
    assertThat(parsed)
        .as("all but LATERAL in parentheses of its own")
        .isGreaterThan(RUNS * 95 / 100);
  }

  /** Any tokens: parsed or not, there is an answer, and the kind is that of the words. */
  @Test
  void anySequenceOfTokensHasAnAnswer() {
    String[] pieces =
        ("SELECT FROM WHERE ( ) , . ; : * = ? ... \u2026 @ @@ ` `a` ' \" t u a b { } # -- /* */ /*! "
                + "JOIN ON USING WITH RECURSIVE AS UNION TABLE VALUES INSERT INTO UPDATE SET DELETE "
                + "INTERVAL DAY BINARY ! -> ->> MEMBER OF CASE WHEN THEN ELSE END CAST ( OVER ( BY "
                + "GROUP ORDER LIMIT OFFSET FOR SHARE LOCK IN MODE ROW DEFAULT || && <=> NOT LIKE "
                + "PARTITION LATERAL DUAL TRIM ( FROM EXTRACT ( MATCH ( AGAINST ( JSON_TABLE ( IN "
                + "REPLACE DUPLICATE KEY RETURNING IGNORE USE INDEX BETWEEN AND OR EXISTS COLLATE")
            .split(" ", -1);
    Random random = new Random(11);
    for (int run = 0; run < 4 * RUNS; run++) {
      StringBuilder text = new StringBuilder(run % 2 == 0 ? "SELECT " : "");
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(8) > 0 ? " " : "");
      }
      assertThat(understood(text.toString()).kind())
          .as(text.toString())
          .isEqualTo(LexicalPass.of(text.toString()).kind());
    }
  }

  /** A statement that lost a piece of its text. */
  @Test
  void aDamagedStatementHasAnAnswer() {
    Random random = new Random(12);
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      int from = random.nextInt(queries.text().length() + 1);
      int to = Math.min(queries.text().length(), from + random.nextInt(20));
      String text = queries.text().substring(0, from) + queries.text().substring(to);
      StatementFacts facts = understood(text);
      assertThat(facts.parsed() || !facts.issues().isEmpty()).as(text).isTrue();
    }
  }

  @Test
  void aTruncatedStatementHasTheTablesOfItsWords() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      int cut = new Random(seed).nextInt(queries.text().length() + 1);
      String text = queries.text().substring(0, cut);
      StatementFacts facts = Understanding.of(text, true, Optional.empty(), SchemaView.NONE);
      assertThat(tables(facts)).isEqualTo(new HashSet<>(LexicalPass.of(text, true).tables()));
      assertThat(facts.blocks()).isEmpty();
      assertThat(facts.issues())
          .isEqualTo(facts.parsed() ? List.of() : List.of(new FactIssue(Reason.TRUNCATED, "")));
    }
  }

  private static StatementFacts understood(String text) {
    return Understanding.of(text, false, Optional.empty(), SchemaView.NONE);
  }

  private static Set<TableReference> tables(StatementFacts facts) {
    Set<TableReference> tables = new HashSet<>();
    facts
        .tables()
        .forEach(
            named ->
                tables.add(
                    new TableReference(
                        named.table().schema(), named.table().table(), named.use())));
    return tables;
  }
}
