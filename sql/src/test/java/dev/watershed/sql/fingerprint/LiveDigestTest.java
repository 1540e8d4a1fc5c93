package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.ServerDigests.ServerDigest;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grouping and texts against a real server's own, over generated statements. */
@Live(value = Product.MYSQL, flags = "--max-digest-length=65536")
class LiveDigestTest {
  private static final int STRUCTURES = 1_500;
  private static final int SPELLINGS = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ANSI_QUOTES",
        "NO_BACKSLASH_ESCAPES",
        "IGNORE_SPACE",
        "PIPES_AS_CONCAT",
        "HIGH_NOT_PRECEDENCE",
        "ANSI,NO_BACKSLASH_ESCAPES,HIGH_NOT_PRECEDENCE"
      })
  void groupsAsTheServerDoes(String sqlMode, LiveServer server) throws SQLException {
    SqlMode mode = SqlMode.parse(sqlMode);
    StatementGenerator generator = new StatementGenerator(mode);
    Map<String, String> fingerprintOfServerText = new HashMap<>();
    Map<Long, String> serverTextOfDigest = new HashMap<>();
    List<String> problems = new ArrayList<>();
    int parsed = 0;
    try (ServerDigests digests = ServerDigests.open(server, sqlMode)) {
      for (int structure = 0; structure < STRUCTURES; structure++) {
        for (int spelling = 0; spelling < SPELLINGS; spelling++) {
          String statement = generator.statement(structure, spelling);
          Optional<ServerDigest> answer = digests.of(statement);
          if (answer.isEmpty()) {
            continue;
          }
          parsed++;
          Fingerprint ours = Fingerprints.of(statement, mode);
          Fingerprint ofText = Fingerprints.ofDigestText(answer.get().text(), Integer.MAX_VALUE);
          String theirs = DeliberateDifferences.apply(answer.get().text());
          String known = fingerprintOfServerText.putIfAbsent(theirs, ours.text());
          String knownText = serverTextOfDigest.putIfAbsent(ours.digest(), theirs);
          if (!ofText.equals(ours)
              || known != null && !known.equals(ours.text())
              || knownText != null && !knownText.equals(theirs)) {
            problems.add(describe(statement, answer.get(), ours, ofText, knownText));
          }
        }
      }
    }
    assertThat(problems.stream().limit(10)).isEmpty();
    assertThat(parsed).isGreaterThan(STRUCTURES * SPELLINGS * 3 / 4);
  }

  private static String describe(
      String statement, ServerDigest server, Fingerprint ours, Fingerprint ofText, String known) {
    return "\nstatement: %s\n  server:  %s\n  ours:    %s\n  of text: %s\n  known:   %s"
        .formatted(statement, server.text(), ours.text(), ofText.text(), known);
  }
}
