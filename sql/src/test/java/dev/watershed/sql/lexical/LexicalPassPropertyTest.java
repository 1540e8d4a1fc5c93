package dev.watershed.sql.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class LexicalPassPropertyTest {

  private static final int RUNS = 4_000;

  @Test
  void findsTheTablesThatTheGeneratorUsed() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      boolean explained = queries.text().startsWith("EXPLAIN");
      assertThat(LexicalPass.of(queries.text()).tables())
          .as("seed %d: %s", seed, queries.text())
          .isEqualTo(queries.expected())
          .noneMatch(table -> explained && table.use() == TableUse.WRITE);
    }
  }

  @Test
  void canonicalTextsLeadToTheSameTables() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      String raw = queries.text().replace("(...)", "(1, 2)").replace("?, ...", "1, 2");
      String text = Fingerprints.of(raw.replace("?", "1"), SqlMode.standard()).text();
      assertThat(LexicalPass.of(text).tables())
          .as("seed %d: %s", seed, text)
          .isEqualTo(queries.expected());
    }
  }

  @Test
  void blanksAndLetterCaseOfKeywordsDoNotMatter() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      String rewritten = queries.rewritten();
      assertThat(LexicalPass.of(rewritten))
          .as("seed %d: %s", seed, rewritten)
          .isEqualTo(LexicalPass.of(queries.text()));
    }
  }

  /** What is cut off can hide tables, and nothing else. */
  @Test
  void aCutTextNamesNoTableThatTheWholeDoesNotName() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomQueries queries = new RandomQueries(seed);
      queries.writeStatement();
      Set<TableReference> whole = new HashSet<>(LexicalPass.of(queries.text()).tables());
      int cut = new Random(seed).nextInt(queries.text().length() + 1);
      String text = queries.text().substring(0, cut);
      assertThat(whole)
          .as("seed %d: %s", seed, text)
          .containsAll(LexicalPass.of(text, true).tables());
    }
  }

  @Test
  void anySequenceOfTokensHasAnAnswer() {
    String[] pieces =
        ("SELECT FROM WHERE ( ) , . ; : * = ? ... \u2026 @ @@ ` `a` ' \" t u a b { } # -- /* */ /*! "
                + "JOIN ON USING WITH RECURSIVE AS UNION TABLE VALUES INSERT INTO UPDATE SET DELETE "
                + "CREATE VIEW TRIGGER PROCEDURE EVENT DO ROW INDEX LIKE BEGIN END THEN ELSE DECLARE "
                + "HANDLER FOR EXPLAIN ANALYZE FORMAT STATEMENT LOCK TABLES READ WRITE LOAD DATA USE "
                + "PARTITION LATERAL DUAL RENAME TO ALTER DROP IF EXISTS REFERENCES SHOW COLUMNS IN")
            .split(" ", -1);
    Random random = new Random(7);
    for (int run = 0; run < RUNS; run++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(8) > 0 ? " " : "");
      }
      assertThat(LexicalPass.of(text.toString()).kind()).as(text.toString()).isNotNull();
    }
  }
}
