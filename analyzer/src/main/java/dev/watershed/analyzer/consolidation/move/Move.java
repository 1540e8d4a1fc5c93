package dev.watershed.analyzer.consolidation.move;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.TablePattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A change of who owns tables and where they live. A set of data is a cluster or one server. */
public sealed interface Move {

  /** What it does. */
  Saying said();

  /** What it does, in English. */
  default String text() {
    return said().text();
  }

  /**
   * Gives tables another owner or another place.
   *
   * @param owner a service, or {@code service/module}; empty: it stays
   * @param schema empty: it stays
   * @param dataSet empty: it stays
   */
  record MoveTables(
      List<TablePattern> tables,
      Optional<String> owner,
      Optional<String> schema,
      Optional<String> dataSet)
      implements Move {

    public MoveTables {
      tables = List.copyOf(tables);
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(dataSet, "dataSet");
      require(!tables.isEmpty(), "expected at least one table");
      require(
          owner.isPresent() || schema.isPresent() || dataSet.isPresent(),
          "expected owner, schema or server, for otherwise nothing moves");
    }

    @Override
    public Saying said() {
      return Saying.of(
          "move.tables",
          "move {0}{1}{2}{3}",
          patterns(tables),
          part(owner.map(name -> Saying.of("move.to-owner", " to the owner {0}", name))),
          part(schema.map(name -> Saying.of("move.to-schema", " to the schema {0}", name))),
          part(dataSet.map(name -> Saying.of("move.to-server", " to the server {0}", name))));
    }

    private static Saying part(Optional<Saying> part) {
      return part.orElse(Saying.nothing());
    }
  }

  /** Makes one service of several, which owns what they own. */
  record MergeServices(List<String> services, String into) implements Move {

    public MergeServices {
      services = List.copyOf(services);
      Objects.requireNonNull(into, "into");
      require(
          services.stream().anyMatch(name -> !name.equals(into)),
          "expected a service beside " + into);
    }

    @Override
    public Saying said() {
      return Saying.of(
          "move.merge-services", "merge the services {0} into {1}", others(services, into), into);
    }
  }

  /** Moves all tables of schemas into another one of the same set of data. */
  record MergeSchemas(List<String> schemas, String into) implements Move {

    public MergeSchemas {
      schemas = List.copyOf(schemas);
      Objects.requireNonNull(into, "into");
      require(
          schemas.stream().anyMatch(name -> !name.equals(into)),
          "expected a schema beside " + into);
    }

    @Override
    public Saying said() {
      return Saying.of(
          "move.merge-schemas", "merge the schemas {0} into {1}", others(schemas, into), into);
    }
  }

  /** Puts schemas on another set of data. */
  record MoveSchemas(List<String> schemas, String dataSet) implements Move {

    public MoveSchemas {
      schemas = List.copyOf(schemas);
      Objects.requireNonNull(dataSet, "dataSet");
      require(!schemas.isEmpty(), "expected at least one schema");
    }

    @Override
    public Saying said() {
      return Saying.of("move.schemas", "move the schemas {0} to the server {1}", schemas, dataSet);
    }
  }

  /** Makes one table of several of the same form. */
  record MergeTables(List<TablePattern> tables, TablePattern into) implements Move {

    public MergeTables {
      tables = List.copyOf(tables);
      Objects.requireNonNull(into, "into");
      require(!tables.isEmpty(), "expected at least one table beside " + into.text());
    }

    @Override
    public Saying said() {
      return Saying.of("move.merge-tables", "merge {0} into {1}", patterns(tables), into.text());
    }
  }

  /** Gives each of several services a table of its own with its part of the rows. */
  record CutTable(TablePattern table, List<String> owners) implements Move {

    public CutTable {
      Objects.requireNonNull(table, "table");
      owners = List.copyOf(owners);
      require(owners.size() > 1, "expected at least two services among which to cut");
    }

    @Override
    public Saying said() {
      return Saying.of("move.cut", "cut {0} among {1}", table.text(), owners);
    }
  }

  /** Takes tables away. */
  record RetireTables(List<TablePattern> tables) implements Move {

    public RetireTables {
      tables = List.copyOf(tables);
      require(!tables.isEmpty(), "expected at least one table");
    }

    @Override
    public Saying said() {
      return Saying.of("move.retire", "retire {0}", patterns(tables));
    }
  }

  private static List<String> patterns(List<TablePattern> tables) {
    return tables.stream().map(TablePattern::text).toList();
  }

  private static List<String> others(List<String> names, String into) {
    return names.stream().filter(name -> !name.equals(into)).toList();
  }

  private static void require(boolean met, String message) {
    if (!met) {
      throw new IllegalArgumentException(message);
    }
  }
}
