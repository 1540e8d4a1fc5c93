package dev.watershed.analyzer.index.trial;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of trying one advised index.
 *
 * @param adviceId whose
 * @param refused why it could not be built; empty if it was
 * @param used whether the optimizer took it for one of its statements
 * @param statements that it is for and that could be run
 * @param refusedStatements that it is for and that the server did not take
 * @param skipped how many of its statements were not run: they write, or literals are missing
 */
public record TrialOutcome(
    String adviceId,
    Optional<String> refused,
    boolean used,
    List<TriedStatement> statements,
    List<RefusedStatement> refusedStatements,
    int skipped) {

  /** Rows differ by less where nothing differs: counters are the session's own, tables grow. */
  private static final double SAME = 1.1;

  /** What a trial says of an advice. */
  public enum Verdict {
    PROVEN("proven"),
    NO_FEWER_ROWS("no-fewer-rows"),
    MORE_ROWS("more-rows"),
    NOT_TAKEN("not-taken"),
    NOT_RUN("not-run"),
    NOT_BUILT("not-built");

    private final String key;

    Verdict(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }

    /** Whether it speaks against carrying the advice out. */
    public boolean against() {
      return this == NO_FEWER_ROWS || this == MORE_ROWS || this == NOT_TAKEN || this == NOT_BUILT;
    }
  }

  public TrialOutcome {
    Objects.requireNonNull(adviceId, "adviceId");
    Objects.requireNonNull(refused, "refused");
    statements = List.copyOf(statements);
    refusedStatements = List.copyOf(refusedStatements);
  }

  /** What it comes to. A single statement that reads more rows outweighs others that read fewer. */
  public Verdict verdict() {
    if (refused.isPresent()) {
      return Verdict.NOT_BUILT;
    }
    if (statements.isEmpty()) {
      return Verdict.NOT_RUN;
    }
    if (statements.stream().anyMatch(TrialOutcome::worse)) {
      return Verdict.MORE_ROWS;
    }
    if (!used) {
      return Verdict.NOT_TAKEN;
    }
    return statements.stream().anyMatch(TrialOutcome::better)
        ? Verdict.PROVEN
        : Verdict.NO_FEWER_ROWS;
  }

  private static boolean worse(TriedStatement statement) {
    return (statement.without().isPresent() && statement.with().isEmpty())
        || statement.rowsFactor().filter(factor -> factor < 1 / SAME).isPresent();
  }

  private static boolean better(TriedStatement statement) {
    return statement.freed() || statement.rowsFactor().filter(factor -> factor > SAME).isPresent();
  }
}
