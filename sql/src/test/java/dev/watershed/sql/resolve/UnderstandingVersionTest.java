package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.binary.FactsFile;
import dev.watershed.sql.facts.binary.FactsKey;
import dev.watershed.sql.facts.binary.FactsOrigin;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.LoggedStatements.Logged;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Facts are kept from run to run: the facts of the example's statements may change only together
 * with the version of the analysis.
 */
class UnderstandingVersionTest {

  private static final Path EXAMPLE = Path.of("../examples/marketplace");

  /** The hash of the facts, by the version that they are of. */
  private static final Map<Integer, String> FACTS = Map.of(4, "6ed270a2a8121f3d942f957232834bdf");

  /** Forms that the example does not have. */
  private static final List<String> MORE =
      List.of(
          "SELECT DISTINCT `a` . `b` , `b` AS `c` , ? , COUNT ( * ) , `orders` . * FROM `orders` `a`",
          "SELECT `x` , CASE WHEN `y` = ? THEN `z` END `e` FROM `t` WHERE `x` IN (...) FOR UPDATE",
          "WITH `c` AS ( SELECT `a` , `b` FROM `t` ) SELECT `c` . `a` , `u` . `d` FROM `c` JOIN `u` USING ( `a` )",
          "SELECT `a` FROM `t` UNION ALL SELECT `b` , `c` FROM `u` ORDER BY ? LIMIT ?, ...",
          "INSERT INTO `t` ( `a` , `b` ) SELECT `c` , `d` + ? FROM `u` ON DUPLICATE KEY UPDATE `a` = VALUES ( `a` )",
          "UPDATE `t` , `u` SET `t` . `a` = `u` . `b` , `c` = ? WHERE `t` . `id` = `u` . `id`",
          "DELETE `t` FROM `t` LEFT JOIN `u` ON `t` . `id` = `u` . `id` WHERE `u` . `id` IS NULL",
          "REPLACE INTO `t` VALUES (...)",
          "SELECT `a` , FROM `t`",
          "SELECT `a` `b` `c` FROM `t`",
          "SELECT `end` , END , ANY , OFFSET , `a` . `b` . `c` , TRUE , NULL FROM `t`",
          "SELECT `a` -> ? AS `b` , ROW_NUMBER ( ) OVER ( PARTITION BY `c` ORDER BY `d` ) FROM `t`",
          "SELECT STRAIGHT_JOIN `a` , SQL_TSI_DAY FROM `t` FORCE INDEX ( `i` ) GROUP BY `a` WITH ROLLUP");

  @Tag("long")
  @Test
  void factsChangeOnlyWithTheVersion() throws IOException, NoSuchAlgorithmException {
    SortedMap<FactsKey, StatementFacts> facts = new TreeMap<>();
    SchemaView schemas =
        ScriptSchemas.of(
            LoggedStatements.unpacked(EXAMPLE.resolve("booking-1.sql.gz"))
                + LoggedStatements.unpacked(EXAMPLE.resolve("content-1.sql.gz")),
            "none");
    List<Logged> statements =
        new ArrayList<>(LoggedStatements.of(EXAMPLE.resolve("booking-1-slow.log.gz")));
    statements.addAll(LoggedStatements.of(EXAMPLE.resolve("content-1-slow.log.gz")));
    MORE.forEach(text -> statements.add(new Logged(text, Optional.of("none"), text)));
    for (Logged logged : statements) {
      add(facts, logged, schemas);
      add(facts, new Logged(logged.text(), Optional.empty(), logged.sample()), SchemaView.NONE);
    }
    assertThat(facts).hasSizeGreaterThan(1_500);
    FactsOrigin origin = new FactsOrigin(Understanding.VERSION, "example");
    byte[] bytes = FactsFile.write(origin, facts);
    FactsFile file = FactsFile.read(bytes, origin).orElseThrow();
    facts.forEach((key, value) -> assertThat(file.find(key)).contains(value));
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    assertThat(hash)
        .as(
            "the facts or their bytes have changed: raise Understanding.VERSION to %d,"
                + " and put the hash here",
            Understanding.VERSION + 1)
        .isEqualTo(FACTS.get(Understanding.VERSION));
  }

  private static void add(
      SortedMap<FactsKey, StatementFacts> facts, Logged logged, SchemaView schemas) {
    facts.put(
        new FactsKey(
            Fingerprints.hashOf(logged.text()), logged.schema(), false, logged.text().length()),
        Understanding.of(logged.text(), false, logged.schema(), schemas));
  }
}
