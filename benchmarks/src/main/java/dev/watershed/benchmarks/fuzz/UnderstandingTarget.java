package dev.watershed.benchmarks.fuzz;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.comment.CommentTags;
import dev.watershed.sql.comment.ScriptComments;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.Shape;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.binary.FactsFile;
import dev.watershed.sql.facts.binary.FactsKey;
import dev.watershed.sql.facts.binary.FactsOrigin;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.sql.script.ScriptStatements;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What statements do. Any text has an answer, of the kind that its words say; facts that were
 * written are read again as they were.
 *
 * <p>Input: a byte of options, then the statement.
 */
public final class UnderstandingTarget {

  private UnderstandingTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    boolean truncated = (input[0] & 1) != 0;
    byte[] statement = Arrays.copyOfRange(input, 1, input.length);
    String text = new String(statement, StandardCharsets.UTF_8);
    understand(text, truncated);
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    understand(fingerprint.text(), truncated);
    ScriptStatements.of(text);
    ScriptComments.of(text);
    CommentTags.parse(statement, 0, statement.length);
  }

  private static void understand(String text, boolean truncated) {
    StatementFacts facts = Understanding.of(text, truncated, Optional.of("app"), SchemaView.NONE);
    Agreement.same("the kind", LexicalPass.of(text, truncated).kind(), facts.kind());
    Agreement.holds(facts.parsed() || !facts.issues().isEmpty(), "an issue says why", facts);
    Shape.of(facts);
    FactsKey key = new FactsKey(1, Optional.of("app"), truncated, text.length());
    FactsOrigin origin = new FactsOrigin(1, "none");
    byte[] file = FactsFile.write(origin, new TreeMap<>(Map.of(key, facts)));
    Agreement.same(
        "facts read again",
        Optional.of(facts),
        FactsFile.read(file, origin).flatMap(read -> read.find(key)));
  }
}
