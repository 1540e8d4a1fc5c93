package dev.watershed.collector.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * A question to a server, and how its answer is read.
 *
 * @param sql one statement that reads, with a {@code ?} for each parameter
 * @param parameters texts in the order of their marks
 * @param answer makes a value of the rows; it must not keep them
 */
public record Query<T>(String sql, List<String> parameters, Answer<T> answer) {

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

  public Query {
    Objects.requireNonNull(sql, "sql");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(answer, "answer");
  }

  /** A question without parameters. */
  public static <T> Query<T> of(String sql, Answer<T> answer) {
    return new Query<>(sql, List.of(), answer);
  }
}
