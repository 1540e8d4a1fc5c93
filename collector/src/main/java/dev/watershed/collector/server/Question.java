package dev.watershed.collector.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question that can be asked by others in Watershed's place, and its answer kept.
 *
 * @param name of the answer: a word, stable from version to version
 * @param about what it asks for, for people: a line
 * @param parts asked as one statement, joined by UNION ALL; their values have the same names
 * @param others of other tables that tell the same: the first that the server shows is asked where
 *     it does not show the table of the parts
 * @param parameters texts in the order of their marks
 * @param timing when it is asked
 * @param need on which servers it is asked
 * @param instead a statement in its place for servers that show none of these tables
 */
public record Question(
    String name,
    String about,
    List<Selection> parts,
    List<Selection> others,
    List<String> parameters,
    Timing timing,
    Need need,
    Optional<String> instead) {

  /** When a question is asked. */
  public enum Timing {
    /** In every sample. */
    ALWAYS,
    /** In one sample of five minutes: it costs the server a pass over everything. */
    RARELY,
    /** For all rows once, and then for those that are new. */
    NEW_ROWS,
    /** Once. */
    ONCE
  }

  /** On which servers a question is asked. */
  public enum Need {
    /** On all. */
    NOTHING,
    /** On those that show its table. */
    TABLE,
    /** On MySQL. */
    MYSQL,
    /** On MariaDB. */
    MARIADB;

    /** Whether a server of a product may be asked, as far as the product tells. */
    public boolean fits(ServerProduct product) {
      return switch (this) {
        case MYSQL -> product == ServerProduct.MYSQL;
        case MARIADB -> product == ServerProduct.MARIADB;
        case NOTHING, TABLE -> true;
      };
    }
  }

  public Question {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(about, "about");
    parts = List.copyOf(parts);
    others = List.copyOf(others);
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(instead, "instead");
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a question about nothing: " + name);
    }
  }

  /** One that is asked in every sample of every server. */
  public static Question of(String name, String about, Selection... parts) {
    return new Question(
        name,
        about,
        List.of(parts),
        List.of(),
        List.of(),
        Timing.ALWAYS,
        Need.NOTHING,
        Optional.empty());
  }

  /** The same at other times. */
  public Question at(Timing other) {
    return new Question(name, about, parts, others, parameters, other, need, instead);
  }

  /** The same for some servers. */
  public Question on(Need other) {
    return new Question(name, about, parts, others, parameters, timing, other, instead);
  }

  /** The same for the servers of one product. */
  public Question on(ServerProduct product) {
    return on(
        switch (product) {
          case MYSQL -> Need.MYSQL;
          case MARIADB -> Need.MARIADB;
        });
  }

  /** The same with parameters. */
  public Question with(List<String> texts) {
    return new Question(name, about, parts, others, texts, timing, need, instead);
  }

  /** The same of another table, for servers that do not show the tables before. */
  public Question orFrom(Selection other) {
    List<Selection> all = new ArrayList<>(others);
    all.add(other);
    return new Question(name, about, parts, all, parameters, timing, need, instead);
  }

  /** The same with a statement for servers that show none of the tables. */
  public Question orInstead(String statement) {
    return new Question(
        name, about, parts, others, parameters, timing, need, Optional.of(statement));
  }

  /** The names of the values in the answer. */
  public List<String> labels() {
    return parts.get(0).labels();
  }

  /** What is asked of a server. */
  public String sql(Columns columns) {
    if (!columns.has(parts.get(0).table())) {
      Optional<String> another =
          others.stream()
              .filter(other -> columns.has(other.table()))
              .findFirst()
              .map(other -> other.sql(columns))
              .or(this::instead);
      if (another.isPresent()) {
        return another.get();
      }
    }
    return parts.stream().map(part -> part.sql(columns)).collect(Collectors.joining(" UNION ALL "));
  }

  /** The query that asks a server. */
  public <T> Query<T> query(Columns columns, Query.Answer<T> answer) {
    return new Query<>(sql(columns), parameters, answer);
  }

  /** A text of SQL with the parameters in the place of their marks. */
  public static String inlined(String sql, List<String> parameters) {
    List<String> left = new ArrayList<>(parameters);
    StringBuilder text = new StringBuilder();
    for (char c : sql.toCharArray()) {
      if (c == '?' && !left.isEmpty()) {
        text.append('\'').append(left.remove(0).replace("'", "''")).append('\'');
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
