package dev.watershed.sql.facts;

import java.util.List;
import java.util.Optional;

/** The tables and views that statements may mean; whoever has a catalog answers. */
public interface SchemaView {

  /** Knows nothing: every table is {@link TableRef.Presence#UNCHECKED}. */
  SchemaView NONE =
      new SchemaView() {
        @Override
        public boolean known() {
          return false;
        }

        @Override
        public Optional<KnownRelation> find(String schema, String name) {
          return Optional.empty();
        }

        @Override
        public List<String> schemasWith(String name) {
          return List.of();
        }
      };

  /** Whether there is a catalog at all. */
  boolean known();

  /** The relation of this name, by the server's rules of letter case. */
  Optional<KnownRelation> find(String schema, String name);

  /** The schemas that have such a relation, in order. */
  List<String> schemasWith(String name);
}
