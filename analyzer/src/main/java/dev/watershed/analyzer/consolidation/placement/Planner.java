package dev.watershed.analyzer.consolidation.placement;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Applies moves one after the other, each to what the ones before it left. */
public final class Planner {

  private static final int NOTHING = -1;

  /**
   * What moves lead to.
   *
   * @param placements as many as moves: after each of them
   * @param problems none, or the placements are not to be used
   */
  public record Planned(List<Placement> placements, List<MoveProblem> problems) {

    public Planned {
      placements = List.copyOf(placements);
      problems = List.copyOf(problems);
    }
  }

  private final CouplingInput input;
  private final List<MoveProblem> problems = new ArrayList<>();
  private int number;
  private Placement before;
  private Placement.Draft draft;

  private Planner(CouplingInput input, Placement today) {
    this.input = input;
    before = today;
    draft = today.draft();
  }

  /** Applies moves to a placement of the tables of an input. */
  public static Planned apply(CouplingInput input, Placement today, List<Move> moves) {
    Planner planner = new Planner(input, today);
    List<Placement> placements = new ArrayList<>();
    for (Move move : moves) {
      planner.apply(move);
      planner.before = planner.draft.place();
      planner.draft = planner.before.draft();
      placements.add(planner.before);
      planner.number++;
    }
    return new Planned(placements, planner.problems);
  }

  private void apply(Move move) {
    if (move instanceof Move.MoveTables tables) {
      moveTables(tables);
    } else if (move instanceof Move.MergeServices services) {
      mergeServices(services);
    } else if (move instanceof Move.MergeSchemas schemas) {
      mergeSchemas(schemas);
    } else if (move instanceof Move.MoveSchemas schemas) {
      moveSchemas(schemas);
    } else if (move instanceof Move.MergeTables tables) {
      mergeTables(tables);
    } else if (move instanceof Move.CutTable table) {
      cutTable(table);
    } else if (move instanceof Move.RetireTables tables) {
      tables(tables.tables()).forEach(draft::retire);
    }
  }

  private void moveTables(Move.MoveTables move) {
    int owner = move.owner().map(this::party).orElse(NOTHING);
    Optional<String> dataSet = move.dataSet().filter(this::knownData);
    for (int table : tables(move.tables())) {
      if (owner != NOTHING) {
        draft.own(table, owner);
      }
      move.schema().ifPresent(schema -> draft.schema(table, schema));
      dataSet.ifPresent(data -> draft.dataSet(table, data));
    }
    if (move.schema().isPresent() || dataSet.isPresent()) {
      nameOnce();
    }
  }

  private void mergeServices(Move.MergeServices move) {
    int into = party(move.into());
    for (String name : move.services()) {
      int service = party(name);
      if (service != NOTHING && into != NOTHING && service != into) {
        draft.mergeParty(service, into);
      }
    }
  }

  private void mergeSchemas(Move.MergeSchemas move) {
    for (String schema : move.schemas()) {
      ofSchema(schema).forEach(table -> draft.schema(table, move.into()));
    }
    nameOnce();
  }

  private void moveSchemas(Move.MoveSchemas move) {
    if (knownData(move.dataSet())) {
      for (String schema : move.schemas()) {
        ofSchema(schema).forEach(table -> draft.dataSet(table, move.dataSet()));
      }
      nameOnce();
    }
  }

  private void mergeTables(Move.MergeTables move) {
    List<Integer> into = tables(List.of(move.into()));
    if (into.size() > 1) {
      problem(move.into().text() + " fits " + into.size() + " tables; expected one");
    } else if (into.size() == 1) {
      tables(move.tables()).stream()
          .filter(table -> !table.equals(into.get(0)))
          .forEach(table -> draft.mergeTable(table, into.get(0)));
    }
  }

  private void cutTable(Move.CutTable move) {
    Set<Integer> owners = new TreeSet<>();
    move.owners().stream().map(this::party).filter(party -> party != NOTHING).forEach(owners::add);
    tables(List.of(move.table())).forEach(table -> draft.cut(table, owners));
  }

  private void problem(String message) {
    problems.add(new MoveProblem(number, message, "", List.of()));
  }

  private void unknown(String message, String name, List<String> known) {
    problems.add(new MoveProblem(number, message + name, name, known));
  }

  /** The tables that fit by the names which the moves before have left. */
  private List<Integer> tables(List<TablePattern> patterns) {
    TreeSet<Integer> all = new TreeSet<>();
    for (TablePattern pattern : patterns) {
      List<Integer> fitting =
          there()
              .filter(
                  table -> pattern.matches(before.schema(table), input.tables().get(table).name()))
              .boxed()
              .toList();
      if (fitting.isEmpty()) {
        unknown("no table fits ", pattern.text(), there().mapToObj(this::name).toList());
      }
      all.addAll(fitting);
    }
    return List.copyOf(all);
  }

  /** Tables that were neither retired nor merged into another one. */
  private IntStream left() {
    return IntStream.range(0, before.tables())
        .filter(table -> before.table(table) == table && !before.retired(table));
  }

  /** Those of them that exist. */
  private IntStream there() {
    return left().filter(table -> input.tables().get(table).kind() != CoupledTable.Kind.MISSING);
  }

  private String name(int table) {
    return before.schema(table) + "." + input.tables().get(table).name();
  }

  /**
   * The tables of a schema. What statements name in it and no catalog has, such as temporary
   * tables, goes where it goes.
   */
  private List<Integer> ofSchema(String schema) {
    Set<String> dataSets = new TreeSet<>();
    there()
        .filter(table -> before.schema(table).equals(schema))
        .forEach(table -> dataSets.add(before.dataSet(table)));
    if (dataSets.isEmpty()) {
      unknown(
          "no table is in the schema ",
          schema,
          there().mapToObj(before::schema).distinct().toList());
    }
    return left()
        .filter(table -> before.schema(table).equals(schema))
        .filter(table -> dataSets.contains(before.dataSet(table)))
        .boxed()
        .toList();
  }

  private int party(String name) {
    Parties parties = input.parties();
    List<String> names =
        IntStream.range(0, parties.services())
            .filter(party -> before.party(party) == party)
            .mapToObj(parties::name)
            .toList();
    if (names.contains(name)) {
      return IntStream.range(0, parties.services())
          .filter(party -> parties.name(party).equals(name))
          .findFirst()
          .orElse(NOTHING);
    }
    unknown("there is no service ", name, names);
    return NOTHING;
  }

  private boolean knownData(String name) {
    boolean known = input.secondsByData().containsKey(name);
    if (!known) {
      unknown("there is no server ", name, List.copyOf(input.secondsByData().keySet()));
    }
    return known;
  }

  /** Two tables of one name in one schema cannot be. */
  private void nameOnce() {
    Placement after = draft.place();
    TreeSet<String> names = new TreeSet<>();
    there()
        .filter(table -> input.tables().get(table).kind() != CoupledTable.Kind.VIEW)
        .forEach(
            table -> {
              String name = after.schema(table) + "." + input.tables().get(table).name();
              if (!names.add(after.dataSet(table) + " " + name)) {
                problem("two tables would be " + name + " on " + after.dataSet(table));
              }
            });
  }
}
