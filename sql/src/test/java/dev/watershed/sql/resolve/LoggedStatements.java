package dev.watershed.sql.resolve;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The distinct fingerprints of a packed slow log, each with the schema that was in use. */
final class LoggedStatements {

  /**
   * A digest in a schema.
   *
   * @param text the fingerprint's
   * @param schema the session's
   * @param sample the first statement, as it was sent
   */
  record Logged(String text, Optional<String> schema, String sample) {}

  private LoggedStatements() {}

  static List<Logged> of(Path log) throws IOException {
    Set<List<String>> known = new HashSet<>();
    List<Logged> inOrder = new ArrayList<>();
    Optional<String> schema = Optional.empty();
    StringBuilder statement = new StringBuilder();
    try (BufferedReader lines = packed(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("use ")) {
          schema = Optional.of(line.substring(4, line.length() - 1).replace("`", ""));
        }
        if (line.startsWith("# ") || line.startsWith("SET timestamp=") || line.startsWith("use ")) {
          statement.setLength(0);
          continue;
        }
        statement.append(line).append('\n');
        if (line.endsWith(";")) {
          String text = fingerprint(statement.toString());
          if (known.add(List.of(text, schema.orElse("")))) {
            inOrder.add(new Logged(text, schema, sample(statement)));
          }
          statement.setLength(0);
        }
      }
    }
    return inOrder;
  }

  private static String sample(CharSequence statement) {
    String text = statement.toString().strip();
    return text.substring(0, text.length() - 1);
  }

  static String unpacked(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static BufferedReader packed(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  private static String fingerprint(String statement) {
    return Fingerprints.of(statement, SqlMode.standard()).text();
  }
}
