package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.resolve.LoggedStatements.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements of real servers: nearly all are parsed, and their tables are those of their words. */
class RealStatementsTest {

  private static final Path EXAMPLE = Path.of("../examples/marketplace");
  private static final Path CAPTURE = Path.of("../../shared/capture/mysql97");

  @Tag("long")
  @Test
  void theExampleIsUnderstood() throws IOException {
    SchemaView schemas =
        ScriptSchemas.of(
            LoggedStatements.unpacked(EXAMPLE.resolve("booking-1.sql.gz"))
                + LoggedStatements.unpacked(EXAMPLE.resolve("content-1.sql.gz")),
            "none");
    List<Logged> statements =
        new ArrayList<>(LoggedStatements.of(EXAMPLE.resolve("booking-1-slow.log.gz")));
    statements.addAll(LoggedStatements.of(EXAMPLE.resolve("content-1-slow.log.gz")));
    assertUnderstood(statements, schemas, 900);
  }

  @Test
  void theCaptureIsUnderstood() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURE), "no capture beside the repository");
    SchemaView schemas = ScriptSchemas.of(Files.readString(CAPTURE.resolve("schema.sql")), "none");
    assertUnderstood(LoggedStatements.of(CAPTURE.resolve("slow.log.gz")), schemas, 50);
  }

  /** The digests of the capture's server, those of its tools among them. */
  @Test
  void theServersOwnTextsAreParsed() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURE), "no capture beside the repository");
    List<String> rejected = new ArrayList<>();
    int read = 0;
    List<String> rows = Files.readAllLines(CAPTURE.resolve("digests.tsv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] columns = row.split("\t", -1);
      Fingerprint fingerprint = Fingerprints.ofDigestText(columns[7]);
      if (fingerprint.truncated()) {
        continue;
      }
      StatementFacts facts =
          Understanding.of(fingerprint.text(), false, Optional.of(columns[0]), SchemaView.NONE);
      read += Understanding.isParsed(facts.kind()) ? 1 : 0;
      if (!facts.parsed()) {
        rejected.add(facts.issues() + " " + fingerprint.text());
      }
    }
    assertThat(read).isGreaterThan(50);
    assertThat(rejected).hasSizeLessThanOrEqualTo(read / 50);
  }

  private static void assertUnderstood(List<Logged> statements, SchemaView schemas, int atLeast) {
    List<String> rejected = new ArrayList<>();
    List<FactIssue> issues = new ArrayList<>();
    int read = 0;
    for (Logged logged : statements) {
      StatementFacts facts = Understanding.of(logged.text(), false, logged.schema(), schemas);
      if (!Understanding.isParsed(facts.kind())) {
        continue;
      }
      read++;
      issues.addAll(facts.issues());
      if (!facts.parsed()) {
        rejected.add(logged.text());
      }
      assertThat(tables(facts)).as(logged.text()).isEqualTo(words(logged.text()));
    }
    assertThat(read).isGreaterThan(atLeast);
    assertThat(rejected).hasSizeLessThanOrEqualTo(read / 50);
    assertThat(issues).isEmpty();
  }

  /** Those that the text names; the letter case of names that are keywords is the catalog's. */
  private static Set<String> tables(StatementFacts facts) {
    return facts.tables().stream()
        .filter(named -> !named.throughView())
        .map(RealStatementsTest::text)
        .collect(Collectors.toSet());
  }

  private static String text(NamedTable named) {
    return named.table().table().toLowerCase(Locale.ROOT) + " " + named.use();
  }

  private static Set<String> words(String text) {
    return LexicalPass.of(text).tables().stream()
        .map(table -> table.table().toLowerCase(Locale.ROOT) + " " + table.use())
        .collect(Collectors.toSet());
  }
}
