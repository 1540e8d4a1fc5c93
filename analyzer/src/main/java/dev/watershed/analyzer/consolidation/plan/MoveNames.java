package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.service.TablePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of services and schemas that proposals need, and those that they take away. */
final class MoveNames {

  private final Set<String> needed = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  private MoveNames(List<Move> moves) {
    moves.forEach(this::add);
  }

  static MoveNames of(Proposal proposal) {
    return new MoveNames(proposal.moves());
  }

  /** Whether the other one takes a name away that this one needs. */
  boolean haveToComeBefore(MoveNames other) {
    return needed.stream().anyMatch(other.taken::contains);
  }

  private void add(Move move) {
    if (move instanceof Move.MergeServices services) {
      services.services().stream()
          .filter(name -> !name.equals(services.into()))
          .forEach(name -> taken.add(service(name)));
      services.services().forEach(name -> needed.add(service(name)));
      needed.add(service(services.into()));
    } else if (move instanceof Move.MergeSchemas schemas) {
      schemas.schemas().stream()
          .filter(name -> !name.equals(schemas.into()))
          .forEach(name -> taken.add(schema(name)));
      schemas.schemas().forEach(name -> needed.add(schema(name)));
    } else if (move instanceof Move.MoveSchemas schemas) {
      schemas.schemas().forEach(name -> needed.add(schema(name)));
    } else if (move instanceof Move.MoveTables tables) {
      tables.owner().ifPresent(name -> needed.add(service(name)));
      tables(tables.tables());
    } else if (move instanceof Move.MergeTables tables) {
      tables(tables.tables());
      tables(List.of(tables.into()));
    } else if (move instanceof Move.CutTable table) {
      table.owners().forEach(name -> needed.add(service(name)));
      tables(List.of(table.table()));
    } else if (move instanceof Move.RetireTables tables) {
      tables(tables.tables());
    }
  }

  private void tables(List<TablePattern> patterns) {
    for (TablePattern pattern : patterns) {
      String text = pattern.schema().pattern();
      needed.add(schema(text));
    }
  }

  private static String service(String name) {
    return "service " + name;
  }

  private static String schema(String name) {
    return "schema " + name;
  }
}
