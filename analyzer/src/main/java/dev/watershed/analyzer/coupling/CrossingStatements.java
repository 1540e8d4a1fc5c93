package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Statements that name tables of several owners, and those that name tables of several schemas of
 * one owner: they have to be rewritten when the tables part. Hubs do not count. A finding is a set
 * of tables, whichever statements use it. One over several owners is occasional where no sender
 * uses a table of another owner by it more often than chance makes, nor reads one that its contract
 * names.
 */
final class CrossingStatements {

  private record Tables(FindingKind kind, List<Integer> tables) implements Comparable<Tables> {
    @Override
    public int compareTo(Tables other) {
      int order = kind.compareTo(other.kind);
      return order != 0 ? order : tables.toString().compareTo(other.tables.toString());
    }
  }

  private CrossingStatements() {}

  static List<Finding> findings(CouplingView view) {
    CouplingInput input = view.input();
    TreeMap<Tables, List<Integer>> crossings = new TreeMap<>();
    List<List<Tables>> ofStatement = new ArrayList<>();
    for (int statement = 0; statement < input.statements().size(); statement++) {
      ofStatement.add(crossing(view, statement));
    }
    for (int row = 0; row < input.touches().size(); row++) {
      for (Tables tables : ofStatement.get(input.touches().statement(row))) {
        crossings.computeIfAbsent(tables, key -> new ArrayList<>()).add(row);
      }
    }
    List<Finding> findings = new ArrayList<>();
    crossings.forEach((tables, rows) -> findings.add(finding(view, tables, rows)));
    return findings;
  }

  private static List<Tables> crossing(CouplingView view, int statement) {
    TableUses uses = view.input().uses();
    TreeSet<Integer> owners = new TreeSet<>();
    TreeSet<String> schemas = new TreeSet<>();
    List<Integer> owned = new ArrayList<>();
    List<Integer> named = new ArrayList<>();
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      int table = uses.table(use);
      if (!uses.named(use) || view.hubs().get(table) || !view.exists(table)) {
        continue;
      }
      named.add(table);
      schemas.add(view.input().tables().get(table).schema());
      OptionalInt owner = view.ownerApartFromHubs(table);
      if (owner.isPresent()) {
        owners.add(owner.getAsInt());
        owned.add(table);
      }
    }
    if (owners.size() > 1) {
      return List.of(new Tables(FindingKind.CROSS_OWNER_JOIN, owned));
    }
    return schemas.size() > 1
        ? List.of(new Tables(FindingKind.CROSS_SCHEMA_JOIN, named))
        : List.of();
  }

  private static boolean surely(CouplingView view, List<Integer> tables, List<Integer> rows) {
    Touches touches = view.input().touches();
    TreeMap<Integer, List<Integer>> bySender = new TreeMap<>();
    for (int row : rows) {
      bySender.computeIfAbsent(touches.party(row), key -> new ArrayList<>()).add(row);
    }
    return bySender.entrySet().stream()
        .anyMatch(
            sent ->
                tables.stream()
                    .filter(table -> view.foreign(sent.getKey(), table))
                    .anyMatch(table -> surely(view, table, sent.getKey(), sent.getValue())));
  }

  private static boolean surely(CouplingView view, int table, int party, List<Integer> rows) {
    Touches touches = view.input().touches();
    TableUses uses = view.input().uses();
    double reads = 0;
    double writes = 0;
    for (int row : rows) {
      int statement = touches.statement(row);
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        if (uses.table(use) == table) {
          reads += uses.reads(use) ? touches.calls(row) : 0;
          writes += uses.writes(use) ? touches.calls(row) : 0;
        }
      }
    }
    boolean allowed = reads > 0 && view.ownership().contracts().allows(party, table);
    return allowed
        || view.strays().surelyReads(table, party, reads)
        || view.strays().surelyWrites(table, party, writes);
  }

  private static Finding finding(CouplingView view, Tables crossing, List<Integer> rows) {
    List<String> labels = crossing.tables().stream().map(view::label).toList();
    FindingMaker finding = new FindingMaker(view, crossing.kind(), labels).touches(rows);
    TreeSet<String> owners = new TreeSet<>();
    for (int table : crossing.tables()) {
      if (crossing.kind() == FindingKind.CROSS_OWNER_JOIN) {
        finding.owned(table);
        owners.add(view.party(view.ownership().owner(table).orElseThrow()));
      } else {
        finding.table(table);
      }
    }
    if (crossing.kind() == FindingKind.CROSS_OWNER_JOIN) {
      finding.occasional(!surely(view, crossing.tables(), rows));
    }
    TreeSet<String> senders = new TreeSet<>();
    for (int row : rows) {
      int party = view.input().touches().party(row);
      senders.add(view.party(party));
      if (view.isService(party)) {
        finding.party(party);
      }
    }
    return finding.make(
        finding.callsPerSecond(),
        crossing.kind() == FindingKind.CROSS_OWNER_JOIN
            ? Saying.of(
                "crossing.owners",
                "{0} uses {1} in one statement: tables of {2}",
                senders,
                labels,
                Saying.joined(Joint.AND, owners))
            : Saying.of(
                "crossing.schemas",
                "{0} uses {1} in one statement: schemas {2}",
                senders,
                labels,
                Saying.joined(
                    Joint.AND,
                    crossing.tables().stream()
                        .map(table -> view.input().tables().get(table).schema())
                        .distinct()
                        .toList())));
  }
}
