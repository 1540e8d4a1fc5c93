package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.watershed.sql.SqlMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A slow log of a real server, and the digest texts that the same server counted meanwhile. */
class CaptureTest {
  private static final Path CAPTURE = Path.of("../../shared/capture/mysql97");
  private static final Set<String> SERVICES = Set.of("smallbank", "tatp", "tpcc", "voter");

  /** The catalog was dumped after the log had ended. */
  private static final Pattern OF_THE_DUMP =
      Pattern.compile(
          "SHOW |USE |(UN)?LOCK TABLES|SET (SESSION `character_set|`SQL_QUOTE)"
              + "|SELECT (@@`collation_database`|`CHECK_OPTION`)");

  @Test
  void everyDigestTextIsTheFingerprintOfALoggedStatement() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURE), "no capture beside the repository");
    Set<Fingerprint> log = fingerprintsOfLog();
    List<String> rows = Files.readAllLines(CAPTURE.resolve("digests.tsv"));
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] columns = row.split("\t", -1);
      String text = columns[7];
      if (SERVICES.contains(columns[0]) && !OF_THE_DUMP.matcher(text).lookingAt()) {
        Fingerprint fingerprint = Fingerprints.ofDigestText(text);
        if (log.contains(fingerprint)) {
          found++;
        } else if (!fingerprint.truncated() || log.stream().noneMatch(begun(fingerprint))) {
          missing.add(text);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(40);
  }

  /** Whether a statement begins as a truncated text does, but for its last token. */
  private static Predicate<Fingerprint> begun(Fingerprint truncated) {
    String beginning = truncated.text().substring(0, truncated.text().lastIndexOf(' '));
    return whole -> whole.text().startsWith(beginning);
  }

  private static Set<Fingerprint> fingerprintsOfLog() throws IOException {
    Set<Fingerprint> fingerprints = new HashSet<>();
    Set<String> seen = new HashSet<>();
    StringBuilder statement = new StringBuilder();
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CAPTURE.resolve("slow.log.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        if (line.startsWith("# ") || line.startsWith("SET timestamp=") || line.startsWith("use ")) {
          statement.setLength(0);
          continue;
        }
        statement.append(line).append('\n');
        if (line.endsWith(";")) {
          if (seen.add(statement.toString())) {
            fingerprints.add(Fingerprints.of(statement.toString(), SqlMode.standard()));
          }
          statement.setLength(0);
        }
      }
    }
    return fingerprints;
  }
}
