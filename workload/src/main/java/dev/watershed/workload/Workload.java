package dev.watershed.workload;

import java.util.List;
import java.util.Objects;

/**
 * What a set of sources showed: the tables that analyses read. Nothing in it changes any more.
 *
 * @param statements figures per digest, schema and origin
 * @param minutes figures per time slot and origin
 * @param transactions figures per set of digests that ran together, and origin
 * @param texts the texts behind {@link StatementTable#textIndex(int)}
 * @param schemas the names behind {@link StatementTable#schemaIndex(int)}; empty where none is
 *     known
 * @param origins the origins behind {@link StatementTable#originIndex(int)}
 * @param quality what could not be seen
 * @param sources the inputs, in the order in which they were given
 * @param keptHashes which keys stayed under the bounds
 * @param lumpedCombinations what a merge has to know of those that did not
 */
public record Workload(
    StatementTable statements,
    MinuteTable minutes,
    TransactionTable transactions,
    List<StatementText> texts,
    List<String> schemas,
    List<Origin> origins,
    Quality quality,
    List<SourceFile> sources,
    KeptHashes keptHashes,
    LumpedCombinations lumpedCombinations) {

  public Workload {
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(minutes, "minutes");
    Objects.requireNonNull(transactions, "transactions");
    texts = List.copyOf(texts);
    schemas = List.copyOf(schemas);
    origins = List.copyOf(origins);
    Objects.requireNonNull(quality, "quality");
    sources = List.copyOf(sources);
    Objects.requireNonNull(keptHashes, "keptHashes");
    Objects.requireNonNull(lumpedCombinations, "lumpedCombinations");
  }
}
