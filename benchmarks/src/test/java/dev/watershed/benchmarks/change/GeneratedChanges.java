package dev.watershed.benchmarks.change;

import dev.watershed.rules.fleet.TableClaims;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Harmless changes of tables of catalogs, the same for the same seed. */
final class GeneratedChanges {

  private final SentStatements sent;
  private final Set<String> avoided;
  private final List<Spot> spots = new ArrayList<>();

  /**
   * @param avoided tables of which the truth does not say every use, such as those below views and
   *     triggers
   */
  GeneratedChanges(
      Collection<Catalog> catalogs, TableClaims claims, SentStatements sent, Set<String> avoided) {
    this.sent = sent;
    this.avoided = Set.copyOf(avoided);
    for (Catalog catalog : catalogs) {
      Set<String> parents = parents(catalog);
      for (SchemaDefinition schema : catalog.schemas()) {
        for (TableDefinition table : schema.tables()) {
          spot(catalog, claims, schema, table, parents).ifPresent(spots::add);
        }
      }
    }
  }

  /** So many of each form. */
  List<HarmlessChange> of(int each, long seed) {
    List<HarmlessChange> changes = new ArrayList<>();
    for (ChangeForms.Form form : new ChangeForms(sent).all()) {
      List<Spot> suiting = new ArrayList<>(spots.stream().filter(form.suits()).toList());
      Collections.shuffle(suiting, new Random(seed + form.name().hashCode()));
      suiting.stream()
          .flatMap(spot -> change(form, spot).stream())
          .limit(each)
          .forEach(changes::add);
    }
    return changes;
  }

  private static Optional<HarmlessChange> change(ChangeForms.Form form, Spot spot) {
    return form.text()
        .apply(spot)
        .map(
            text ->
                new HarmlessChange(
                    form.name() + ": " + spot.name(),
                    form.name().replace(' ', '-') + "-" + spot.name() + ".sql",
                    HarmlessChange.words(form.options().apply(spot)),
                    text + "\n"));
  }

  private Optional<Spot> spot(
      Catalog catalog,
      TableClaims claims,
      SchemaDefinition schema,
      TableDefinition table,
      Set<String> parents) {
    String name = schema.name() + "." + table.name();
    Optional<String> owner = claims.owner(schema.name(), table.name());
    if (avoided.contains(name) || owner.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Spot(
            schema.name(),
            table,
            catalog.statistics(schema.name(), table.name()).orElseThrow().rows().orElseThrow(),
            owner.get(),
            sent.used(name),
            sent.untouched(name) && !parents.contains(name)));
  }

  private static Set<String> parents(Catalog catalog) {
    Set<String> parents = new HashSet<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      schema.tables().stream()
          .flatMap(table -> table.foreignKeys().stream())
          .forEach(
              key ->
                  parents.add(
                      key.referencedSchema().orElse(schema.name()) + "." + key.referencedTable()));
    }
    return parents;
  }

  /** What a catalog and the truth say of tables whose use no statement shows. */
  static Stream<String> hidden(Catalog catalog) {
    return catalog.schemas().stream()
        .flatMap(
            schema ->
                schema.tables().stream()
                    .map(table -> schema.name() + "." + table.name())
                    .filter(name -> named(schema, name)));
  }

  private static boolean named(SchemaDefinition schema, String table) {
    String name = table.substring(table.indexOf('.') + 1);
    return schema.objects().stream()
        .filter(object -> !(object instanceof TableDefinition))
        .anyMatch(object -> object.toString().matches("(?s).*\\b" + name + "\\b.*"));
  }
}
