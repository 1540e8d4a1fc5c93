package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.TouchInference;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/**
 * Which tables the statements of a workload touch without naming them. A workload does not tell the
 * server of a statement: every catalog that has its schema counts. Not thread-safe.
 */
public final class WorkloadInference {

  private final Workload workload;
  private final Schemas schemas;
  private final List<StoredCatalog> stored;
  private final List<TouchInference> catalogs;
  private final List<LexicalActions> actionsOfText = new ArrayList<>();
  private final LongObjectHashMap<Inference> known = new LongObjectHashMap<>();
  private final LongObjectHashMap<Inference> byDigest = new LongObjectHashMap<>();

  /**
   * @param stored the catalogs of the servers; with none, nothing can be inferred
   */
  public WorkloadInference(Workload workload, List<StoredCatalog> stored) {
    this.workload = workload;
    this.schemas = new Schemas(workload.schemas());
    this.stored = List.copyOf(stored);
    this.catalogs = stored.stream().map(one -> new TouchInference(one.catalog())).toList();
    for (StatementText text : workload.texts()) {
      actionsOfText.add(LexicalPass.actions(text.fingerprint(), text.truncated()));
    }
  }

  /** What a digest touches, in all schemas in which it ran. */
  public DigestInference ofDigest(long digest) {
    if (stored.isEmpty()) {
      return DigestInference.UNKNOWN;
    }
    if (byDigest.isEmpty()) {
      StatementTable statements = workload.statements();
      for (int row = 0; row < statements.size(); row++) {
        int text = statements.textIndex(row);
        Inference own = of(text, statements.schemaIndex(row));
        long id = workload.texts().get(text).digest();
        byDigest.put(id, byDigest.getIfAbsent(id, () -> Inference.NONE).and(own));
      }
    }
    return new DigestInference(
        true, byDigest.getIfAbsent(digest, () -> Inference.NONE), CatalogGaps.ofTouches(stored));
  }

  /** What the events of the servers touch, by their names, {@code schema.name}. */
  public SortedMap<String, Inference> ofEvents() {
    SortedMap<String, Inference> events = new TreeMap<>();
    for (TouchInference catalog : catalogs) {
      for (Map.Entry<String, Inference> event : catalog.ofEvents().entrySet()) {
        events.merge(event.getKey(), event.getValue(), Inference::and);
      }
    }
    return events;
  }

  /** What a statement touches when it runs in a schema. */
  Inference of(int text, int schema) {
    long key = (long) text << Integer.SIZE | schema;
    Inference inference = known.get(key);
    if (inference == null) {
      Optional<String> name =
          schemas.known(schema) ? Optional.of(schemas.name(schema)) : Optional.empty();
      inference = infer(actionsOfText.get(text), name);
      known.put(key, inference);
    }
    return inference;
  }

  private Inference infer(LexicalActions actions, Optional<String> schema) {
    boolean nothing = actions.tables().isEmpty() && actions.calls().isEmpty();
    Inference all = Inference.NONE;
    if (nothing || catalogs.isEmpty()) {
      return all;
    }
    boolean concerned = false;
    for (TouchInference catalog : catalogs) {
      if (catalog.concerns(actions, schema)) {
        concerned = true;
        all = all.and(catalog.ofStatement(actions, schema));
      }
    }
    boolean needsSchema =
        actions.tables().stream().anyMatch(table -> table.schema().isEmpty())
            || actions.calls().stream()
                .anyMatch(call -> call.procedure() && call.schema().isEmpty());
    if (needsSchema && schema.isEmpty()) {
      return all.and(unknown("what follows where its schema is unknown"));
    }
    boolean names = !actions.tables().isEmpty() || needsSchema;
    return concerned || !names
        ? all
        : all.and(
            unknown("what follows in " + schema.orElse("its schemas") + ", which no catalog has"));
  }

  private static Inference unknown(String what) {
    return new Inference(List.of(), List.of(what));
  }
}
