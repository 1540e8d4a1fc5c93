package dev.watershed.reports.review;

import dev.watershed.reports.review.form.DataTable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whose report it is. Names are those that are shown.
 *
 * @param named services and teams, as they were asked for
 * @param services all that belong to it
 * @param tables by label: those that it owns or uses
 * @param servers those that hold the data that it uses
 * @param share its part of the fleet's execution time, 0 to 1; empty where nobody knows
 */
public record ReviewOwner(
    List<String> named,
    Set<String> services,
    Set<String> tables,
    Set<String> servers,
    OptionalDouble share) {

  /** What a row may be about. */
  public enum Subject {
    SERVICE("service"),
    TABLE("table"),
    SERVER("server");

    private final String target;

    Subject(String target) {
      this.target = target;
    }
  }

  public ReviewOwner {
    named = List.copyOf(named);
    services = Set.copyOf(services);
    tables = Set.copyOf(tables);
    servers = Set.copyOf(servers);
    Objects.requireNonNull(share, "share");
  }

  /** Who it is, in words. */
  public String name() {
    return String.join(", ", named);
  }

  /** The rows of a table that name one of its services, tables or servers. */
  public DataTable rows(DataTable table, Subject subject) {
    Collection<String> own =
        switch (subject) {
          case SERVICE -> services;
          case TABLE -> tables;
          case SERVER -> servers;
        };
    return table.naming(subject.target, own);
  }
}
