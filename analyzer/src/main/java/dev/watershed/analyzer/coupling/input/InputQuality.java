package dev.watershed.analyzer.coupling.input;

import java.util.List;
import java.util.Objects;

/**
 * What the columns rest on, and what could not be resolved.
 *
 * @param all everything that was sent and has a text
 * @param partial statements whose text was not read as a whole: their tables are those of its words
 * @param truncated those of these whose text was cut
 * @param unknownSchema statements that name a table of which the schema is not known; that use is
 *     left out
 * @param missingTable statements that name a table that the catalog does not have
 * @param lumped executions whose text is not kept
 * @param definitions statements that define objects: they are no use of rows
 * @param transactions what could not be told of transactions
 * @param withoutCatalog sets of data of which no tables are known
 * @param withThreshold servers whose log leaves out fast statements
 * @param sampled servers whose counters do not say whose statements are
 * @param unfollowed what could not be followed from statements to tables, a clause each, in order
 * @param accounts the accounts that no service claims, the most time first
 */
public record InputQuality(
    Amount all,
    Amount partial,
    Amount truncated,
    Amount unknownSchema,
    Amount missingTable,
    Amount lumped,
    Amount definitions,
    TransactionQuality transactions,
    List<String> withoutCatalog,
    List<String> withThreshold,
    List<SampledServer> sampled,
    List<String> unfollowed,
    List<UnclaimedAccount> accounts) {

  /** An amount of statements. */
  public record Amount(long statements, double calls, double timeMicros) {

    /** Nothing. */
    public static final Amount NONE = new Amount(0, 0, 0);

    /** This and another statement. */
    Amount and(double moreCalls, double moreMicros) {
      return new Amount(statements + 1, calls + moreCalls, timeMicros + moreMicros);
    }
  }

  /**
   * What could not be told of transactions.
   *
   * @param known whether any was seen
   * @param silent sets of data that show no transactions
   * @param partial transactions that did more than is known
   * @param lumped transactions beyond the bound of classes: their tables are not known
   */
  public record TransactionQuality(boolean known, List<String> silent, long partial, long lumped) {

    public TransactionQuality {
      silent = List.copyOf(silent);
    }
  }

  /**
   * A server that is shown by counters.
   *
   * @param samples how often a running statement was seen; without any, nothing is attributed
   * @param unseenMicros the time of statements that were never seen running
   * @param totalMicros all time that it counted
   */
  public record SampledServer(
      String server, long samples, double unseenMicros, double totalMicros) {

    public SampledServer {
      Objects.requireNonNull(server, "server");
    }
  }

  /**
   * An account that no service claims; empty where the source does not show it.
   *
   * @param statements indexes of what it sent, the most time first
   */
  public record UnclaimedAccount(
      String user, String dataSet, double calls, double timeMicros, List<Integer> statements) {

    public UnclaimedAccount {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(dataSet, "dataSet");
      statements = List.copyOf(statements);
    }
  }

  public InputQuality {
    Objects.requireNonNull(all, "all");
    Objects.requireNonNull(partial, "partial");
    Objects.requireNonNull(truncated, "truncated");
    Objects.requireNonNull(unknownSchema, "unknownSchema");
    Objects.requireNonNull(missingTable, "missingTable");
    Objects.requireNonNull(lumped, "lumped");
    Objects.requireNonNull(definitions, "definitions");
    Objects.requireNonNull(transactions, "transactions");
    withoutCatalog = List.copyOf(withoutCatalog);
    withThreshold = List.copyOf(withThreshold);
    sampled = List.copyOf(sampled);
    unfollowed = List.copyOf(unfollowed);
    accounts = List.copyOf(accounts);
  }
}
