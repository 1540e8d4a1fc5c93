package dev.watershed.analyzer.inference;

import dev.watershed.analyzer.inference.CatalogIndex.Placed;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.EventDefinition;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Infers which tables statements touch on the server of one catalog. Not thread-safe. */
public final class TouchInference {

  private final CatalogIndex index;
  private final Bodies bodies = new Bodies();

  public TouchInference(Catalog catalog) {
    this.index = new CatalogIndex(catalog);
  }

  /**
   * Whether the catalog has a schema in which the statement does something.
   *
   * @param schema the session's; empty if unknown
   */
  public boolean concerns(LexicalActions actions, Optional<String> schema) {
    return schema.filter(index::hasSchema).isPresent()
        || actions.tables().stream()
            .flatMap(action -> action.schema().stream())
            .anyMatch(index::hasSchema)
        || actions.calls().stream()
            .flatMap(call -> call.schema().stream())
            .anyMatch(index::hasSchema);
  }

  /**
   * What a statement touches beyond what it names.
   *
   * @param schema the session's; empty if unknown: names without a schema are not followed then
   */
  public Inference ofStatement(LexicalActions actions, Optional<String> schema) {
    return TouchWalk.from(actions, schema, index, bodies);
  }

  /** What each event that is enabled touches, by its name, {@code schema.name}. */
  public SortedMap<String, Inference> ofEvents() {
    SortedMap<String, Inference> events = new TreeMap<>();
    for (Placed<EventDefinition> event : index.events()) {
      Step.Body body =
          new Step.Body(
              event.schema(),
              event.object().body(),
              List.of(Link.to(Link.Kind.EVENT, event.qualifiedName())));
      events.put(event.qualifiedName(), TouchWalk.from(body, index, bodies));
    }
    return events;
  }
}
