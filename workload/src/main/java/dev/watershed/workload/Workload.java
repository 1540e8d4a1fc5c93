package dev.watershed.workload;

import java.util.List;
import java.util.Objects;

/**
 * What a set of sources showed: the tables that analyses read. Nothing in it changes any more.
 *
 * @param statements figures per digest, schema and origin
 * @param minutes figures per time slot and origin
 * @param texts the texts behind {@link StatementTable#textIndex(int)}
 * @param schemas the names behind {@link StatementTable#schemaIndex(int)}; empty where none is
 *     known
 * @param origins the origins behind {@link StatementTable#originIndex(int)}
 * @param quality what could not be seen
 * @param sources the inputs, in the order in which they were given
 */
public record Workload(
    StatementTable statements,
    MinuteTable minutes,
    List<StatementText> texts,
    List<String> schemas,
    List<Origin> origins,
    Quality quality,
    List<SourceFile> sources) {

  public Workload {
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(minutes, "minutes");
    texts = List.copyOf(texts);
    schemas = List.copyOf(schemas);
    origins = List.copyOf(origins);
    Objects.requireNonNull(quality, "quality");
    sources = List.copyOf(sources);
  }
}
