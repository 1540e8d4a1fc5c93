package dev.watershed.analyzer.index.trial;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A server on which indexes may be tried. */
public interface TrialHost {

  /**
   * What a statement did.
   *
   * @param rowsRead by the storage engine
   * @param micros of the fastest of some runs
   * @param explanation the optimizer's plan, with the names of the indexes in it
   */
  record Measured(long rowsRead, long micros, String explanation) {

    public Measured {
      Objects.requireNonNull(explanation, "explanation");
    }
  }

  /**
   * Builds an index that nobody uses yet.
   *
   * @param parts in parentheses, as SQL writes them
   * @return the name under which the optimizer knows it
   */
  String build(String schema, String table, String parts) throws TrialFailedException;

  /** Lets this session's statements use what was built, or not. */
  void use(boolean indexes) throws TrialFailedException;

  /**
   * Runs a SELECT; empty if it took too long.
   *
   * @throws StatementRefusedException if the server refuses this one, and may take others
   */
  Optional<Measured> run(String schema, String select)
      throws TrialFailedException, StatementRefusedException;

  /**
   * Literals of one row of a table; empty if there is no such row.
   *
   * @throws StatementRefusedException if the server does not let this table be read
   */
  Optional<List<String>> draw(String schema, String table, List<String> columns, int offset)
      throws TrialFailedException, StatementRefusedException;
}
