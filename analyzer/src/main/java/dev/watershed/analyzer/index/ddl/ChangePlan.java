package dev.watershed.analyzer.index.ddl;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one advice is carried out.
 *
 * @param statements in order, without a final semicolon
 * @param later what follows after the effect was watched: the drop of a hidden index
 * @param undo the way back
 * @param external what runs instead of {@code statements} where the table is too big or too busy
 *     for the server's own way; its arguments for gh-ost and pt-online-schema-change
 * @param saidRemarks on the way, whole sentences
 */
public record ChangePlan(
    List<String> statements,
    List<String> later,
    List<String> undo,
    Optional<External> external,
    List<Saying> saidRemarks) {

  /**
   * Command lines of tools that copy a table beside the traffic.
   *
   * @param saidReason a sentence
   */
  public record External(String ghost, String onlineSchemaChange, Saying saidReason) {

    public External {
      Objects.requireNonNull(ghost, "ghost");
      Objects.requireNonNull(onlineSchemaChange, "onlineSchemaChange");
      Objects.requireNonNull(saidReason, "saidReason");
    }

    /** The reason in English. */
    public String reason() {
      return saidReason.text();
    }
  }

  public ChangePlan {
    statements = List.copyOf(statements);
    later = List.copyOf(later);
    undo = List.copyOf(undo);
    Objects.requireNonNull(external, "external");
    saidRemarks = List.copyOf(saidRemarks);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a change without a statement");
    }
  }

  /** The remarks in English. */
  public List<String> remarks() {
    return Saying.texts(saidRemarks);
  }
}
