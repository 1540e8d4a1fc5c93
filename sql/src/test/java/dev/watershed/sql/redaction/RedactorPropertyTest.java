package dev.watershed.sql.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class RedactorPropertyTest {

  private static final int RUNS = 1_000;
  private static final int LONG = 100_000;

  /** No piece of a secret this long may be seen. */
  private static final int PIECE_CHARS = 4;

  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void noSecretSurvivesAndTheCodeDoes(SqlMode mode) {
    for (int seed = 0; seed < RUNS; seed++) {
      PlantedSecrets planted = new PlantedSecrets(seed, mode);
      planted.write();
      String redacted = redact(planted.statement(), mode, LONG);
      assertThat(redacted)
          .as("seed %d: %s", seed, planted.statement())
          .isEqualTo(planted.expected());
      assertNoSecret(planted, redacted);
    }
  }

  /** Wherever a statement is cut, before or behind the redaction. */
  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void noSecretSurvivesInPieces(SqlMode mode) {
    for (int seed = 0; seed < RUNS; seed++) {
      PlantedSecrets planted = new PlantedSecrets(seed, mode);
      planted.write();
      Random random = new Random(seed);
      String whole = planted.statement();
      int cut = random.nextInt(whole.length() + 1);
      assertNoSecret(planted, redact(whole.substring(0, cut), mode, LONG));
      int maxChars = 1 + random.nextInt(whole.length() + 1);
      String bounded = redact(whole, mode, maxChars);
      assertThat(bounded).hasSizeLessThanOrEqualTo(maxChars);
      assertNoSecret(planted, bounded);
    }
  }

  /** What is redacted has no literals left. */
  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void redactingTwiceChangesNothing(SqlMode mode) {
    for (int seed = 0; seed < RUNS; seed++) {
      PlantedSecrets planted = new PlantedSecrets(seed, mode);
      planted.write();
      String once = redact(planted.statement(), mode, LONG);
      assertThat(redact(once, mode, LONG)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.watershed.sql.SqlModes#all")
  void anyBytesHaveAnAnswer(SqlMode mode) {
    byte[] alphabet = "'\"`\\/*!+-#@$.,()?;_xXbBnNeE01aAé \n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int run = 0; run < RUNS; run++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      int maxChars = 1 + random.nextInt(80);
      assertThat(Redactor.redact(bytes, 0, bytes.length, mode, maxChars))
          .hasSizeLessThanOrEqualTo(maxChars);
    }
  }

  private static void assertNoSecret(PlantedSecrets planted, String redacted) {
    for (String secret : planted.secrets()) {
      for (int from = 0; from + PIECE_CHARS <= secret.length(); from++) {
        String piece = secret.substring(from, from + PIECE_CHARS);
        if (redacted.contains(piece)) {
          fail("%s of %s is left of %s: %s", piece, secret, planted.statement(), redacted);
        }
      }
    }
  }

  private static String redact(String statement, SqlMode mode, int maxChars) {
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    return Redactor.redact(bytes, 0, bytes.length, mode, maxChars);
  }
}
