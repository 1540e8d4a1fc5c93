package dev.watershed.collector.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A question to a server, and how its answer is read.
 *
 * @param sql one statement that reads, with a {@code ?} for each parameter
 * @param parameters texts in the order of their marks
 * @param answer makes a value of the rows; it must not keep them
 * @param whole a question that has this answer among others; empty if there is none
 */
public record Query<T>(
    String sql, List<String> parameters, Answer<T> answer, Optional<Whole> whole) {

  /**
   * The alias of the tables that Watershed reads. It stays in the server's digest texts, so that
   * whoever reads these can tell Watershed's statements from those of others.
   */
  public static final String ALIAS = "watershed_sample";

  /** Makes a value of the rows of an answer. */
  @FunctionalInterface
  public interface Answer<T> {

    /** Reads from before the first row on. */
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * A question whose answer holds that of another one, for where answers were kept.
   *
   * @param sql its text, without parameters
   * @param columns names of values in its answer
   * @param keys what these are in the rows that belong to the other answer; empty for NULL
   */
  public record Whole(String sql, List<String> columns, Set<List<String>> keys) {

    public Whole {
      Objects.requireNonNull(sql, "sql");
      columns = List.copyOf(columns);
      keys = Set.copyOf(keys);
    }
  }

  public Query {
    Objects.requireNonNull(sql, "sql");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(whole, "whole");
  }

  /** A question that is a part of no other. */
  public Query(String sql, List<String> parameters, Answer<T> answer) {
    this(sql, parameters, answer, Optional.empty());
  }

  /** The same as a part of another question. */
  public Query<T> within(Whole other) {
    return new Query<>(sql, parameters, answer, Optional.of(other));
  }

  /** A question without parameters. */
  public static <T> Query<T> of(String sql, Answer<T> answer) {
    return new Query<>(sql, List.of(), answer);
  }
}
