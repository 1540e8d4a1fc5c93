package dev.watershed.analyzer.inference;

import dev.watershed.analyzer.inference.CatalogIndex.Placed;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.ServerSchemas;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.RoutineCall;
import dev.watershed.sql.lexical.RowAction;
import dev.watershed.sql.lexical.TableAction;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One walk from a statement or an event to all tables that it may touch, the nearest first, so that
 * the chain that is kept is the shortest. Everything is entered once: loops end.
 */
final class TouchWalk {

  private record Seen(
      String schema, String table, RowAction action, Set<String> columns, boolean cascaded) {}

  private final CatalogIndex index;
  private final Bodies bodies;
  private final StepQueue steps = new StepQueue();
  private final Findings findings = new Findings();
  private final Set<Seen> seen = new HashSet<>();
  private final Set<String> entered = new HashSet<>();

  private TouchWalk(CatalogIndex index, Bodies bodies) {
    this.index = index;
    this.bodies = bodies;
  }

  /** From a statement in a session with a default schema, if that is known. */
  static Inference from(
      LexicalActions actions, Optional<String> schema, CatalogIndex index, Bodies bodies) {
    TouchWalk walk = new TouchWalk(index, bodies);
    walk.follow(actions, schema, List.of());
    return walk.walk();
  }

  /** From a body. */
  static Inference from(Step.Body body, CatalogIndex index, Bodies bodies) {
    TouchWalk walk = new TouchWalk(index, bodies);
    walk.steps.add(body);
    return walk.walk();
  }

  private Inference walk() {
    for (Optional<Step> next = steps.next(); next.isPresent(); next = steps.next()) {
      if (next.get() instanceof Step.Rows rows) {
        rows(rows);
      } else if (next.get() instanceof Step.Body body) {
        body(body);
      }
    }
    return findings.inference();
  }

  private void body(Step.Body step) {
    if (!entered.add(step.text())) {
      return;
    }
    if (step.body().isEmpty()) {
      findings.unknown("what " + step.text() + " does: its body is not in the catalog");
    }
    LexicalActions actions = bodies.ofBody(step.body());
    if (actions.dynamic()) {
      findings.unknown("what " + step.text() + " does by PREPARE and EXECUTE");
    }
    follow(actions, Optional.of(step.schema()), step.chain());
  }

  /** Adds what statements do; names without a schema are of {@code schema}. */
  private void follow(LexicalActions actions, Optional<String> schema, List<Link> chain) {
    for (TableAction table : actions.tables()) {
      Optional<String> own = table.schema().or(() -> schema);
      own.ifPresent(
          known ->
              steps.add(
                  new Step.Rows(
                      known, table.table(), table.action(), table.columns(), false, chain)));
    }
    actions.calls().forEach(call -> call(call, schema, chain));
  }

  private void call(RoutineCall call, Optional<String> defaultSchema, List<Link> chain) {
    ObjectKind kind = call.procedure() ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
    Optional<String> schema = call.schema().or(() -> defaultSchema);
    Optional<Placed<RoutineDefinition>> routine =
        schema.flatMap(known -> index.routine(kind, known, call.name()));
    if (routine.isPresent()) {
      Placed<RoutineDefinition> found = routine.get();
      Link.Kind link = call.procedure() ? Link.Kind.PROCEDURE : Link.Kind.FUNCTION;
      List<Link> longer = Step.longer(chain, Link.to(link, found.qualifiedName()));
      steps.add(new Step.Body(found.schema(), found.object().body(), longer));
      return;
    }
    // Without a schema before it, a name may well be that of a function of the server.
    boolean surely = call.procedure() || call.schema().filter(index::hasSchema).isPresent();
    if (surely && schema.filter(ServerSchemas::has).isEmpty()) {
      String name = schema.map(known -> known + "." + call.name()).orElse(call.name());
      findings.unknown("what " + kind.key() + " " + name + " does: it is not in the catalog");
    }
  }

  private void rows(Step.Rows step) {
    if (!seen.add(
        new Seen(
            lower(step.schema()),
            lower(step.table()),
            step.action(),
            step.columns(),
            step.cascaded()))) {
      return;
    }
    Optional<Placed<TableDefinition>> table = index.table(step.schema(), step.table());
    Optional<Placed<ViewDefinition>> view = index.view(step.schema(), step.table());
    if (table.isPresent()) {
      boolean written = step.action() != RowAction.READ;
      findings.touch(table.get().qualifiedName(), written, step.chain());
      triggers(step, table.get());
      cascades(step, table.get());
    } else if (view.isPresent()) {
      behind(step, view.get());
    } else if (!step.chain().isEmpty() && !ServerSchemas.has(step.schema())) {
      String name = step.schema() + "." + step.table();
      findings.unknown(name + ", which " + step.text() + " names: it is not in the catalog");
    }
  }

  private void triggers(Step.Rows step, Placed<TableDefinition> table) {
    Optional<RowEvent> event = step.cascaded() ? Optional.empty() : event(step.action());
    if (event.isEmpty()) {
      return;
    }
    for (Placed<TriggerDefinition> trigger : index.triggers(table, event.get())) {
      Saying cause =
          Saying.of(
              trigger.object().before() ? "cause.before" : "cause.after",
              trigger.object().before() ? "before {0} on {1}" : "after {0} on {1}",
              event.get().key(),
              table.qualifiedName());
      Link link = new Link(Link.Kind.TRIGGER, trigger.qualifiedName(), cause);
      steps.add(new Step.Body(trigger.schema(), trigger.object().body(), step.chainTo(link)));
    }
  }

  private void cascades(Step.Rows step, Placed<TableDefinition> table) {
    for (Cascade cascade : Cascade.of(step.action(), step.columns(), index.referring(table))) {
      Placed<TableDefinition> child = cascade.child();
      Link link =
          new Link(
              Link.Kind.CASCADE,
              child.qualifiedName() + "." + cascade.key(),
              Saying.of("cause.of", "{0} of {1}", cascade.cause(), table.qualifiedName()));
      steps.add(
          new Step.Rows(
              child.schema(),
              child.object().name(),
              cascade.action(),
              cascade.columns(),
              true,
              step.chainTo(link)));
    }
  }

  /** A view of one table hands on what is done to it; of one of several, nobody knows to which. */
  private void behind(Step.Rows step, Placed<ViewDefinition> view) {
    Link link = Link.to(Link.Kind.VIEW, view.qualifiedName());
    List<Link> chain = step.chainTo(link);
    String query = view.object().query();
    LexicalActions actions = bodies.ofQuery(query);
    boolean single = actions.tables().size() == 1;
    if (query.isEmpty()) {
      findings.unknown("the tables behind " + link.text() + ": its text is not in the catalog");
    } else if (!single && step.action() != RowAction.READ) {
      findings.unknown("which of the tables behind " + link.text() + " is written");
    }
    for (TableAction table : actions.tables()) {
      steps.add(
          new Step.Rows(
              table.schema().orElse(view.schema()),
              table.table(),
              single ? step.action() : RowAction.READ,
              step.columns(),
              step.cascaded(),
              chain));
    }
    actions.calls().forEach(call -> call(call, Optional.of(view.schema()), chain));
  }

  private static Optional<RowEvent> event(RowAction action) {
    return switch (action) {
      case INSERT -> Optional.of(RowEvent.INSERT);
      case UPDATE -> Optional.of(RowEvent.UPDATE);
      case DELETE -> Optional.of(RowEvent.DELETE);
      case READ, DEFINE -> Optional.empty();
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
