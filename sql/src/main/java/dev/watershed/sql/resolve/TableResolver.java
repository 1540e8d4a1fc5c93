package dev.watershed.sql.resolve;

import dev.watershed.sql.ServerSchemas;
import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableRef.Presence;
import dev.watershed.sql.fingerprint.KeywordNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the tables that names mean. A name without a schema is of the default schema; if that is
 * unknown, of the only schema that has such a table.
 */
record TableResolver(SchemaView schemas, Optional<String> defaultSchema) {

  TableResolver {
    Objects.requireNonNull(schemas, "schemas");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
  }

  /** The same for statements in another default schema. */
  TableResolver in(String schema) {
    return new TableResolver(schemas, Optional.of(schema));
  }

  ResolvedTable resolve(Optional<String> written, String table) {
    Optional<String> schema = written.or(() -> defaultSchema);
    if (schema.isPresent()) {
      return inSchema(schema.get(), table);
    }
    if (!schemas.known()) {
      return unknown(schema, table, Presence.UNCHECKED);
    }
    List<String> candidates =
        spellings(table).flatMap(name -> schemas.schemasWith(name).stream()).distinct().toList();
    return switch (candidates.size()) {
      case 0 -> unknown(schema, table, Presence.MISSING);
      case 1 -> inSchema(candidates.get(0), table);
      default -> unknown(schema, table, Presence.AMBIGUOUS);
    };
  }

  /** What may have been written: a name that is a keyword has lost its letter case. */
  private static Stream<String> spellings(String table) {
    return Stream.concat(Stream.of(table), KeywordNames.written(table).stream());
  }

  private ResolvedTable inSchema(String schema, String table) {
    Optional<KnownRelation> found =
        schemas.known()
            ? spellings(table).flatMap(name -> schemas.find(schema, name).stream()).findFirst()
            : Optional.empty();
    if (found.isPresent()) {
      KnownRelation relation = found.get();
      TableRef ref = new TableRef(Optional.of(relation.schema()), relation.name(), Presence.KNOWN);
      return new ResolvedTable(ref, found);
    }
    boolean checked = schemas.known() && !ServerSchemas.has(schema);
    return unknown(Optional.of(schema), table, checked ? Presence.MISSING : Presence.UNCHECKED);
  }

  private static ResolvedTable unknown(Optional<String> schema, String table, Presence presence) {
    return new ResolvedTable(new TableRef(schema, table, presence), Optional.empty());
  }
}
