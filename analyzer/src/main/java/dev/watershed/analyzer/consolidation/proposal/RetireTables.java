package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.sql.ServerSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tables that no statement names, that nothing may touch by inference, and of which no server
 * counted a row. What was not seen in the time observed may come once a year, so that below 13
 * months a table goes into quarantine, never away. Tables whose names say that they are copies or
 * of years ago are proposed by schema first; the other quiet ones are a proposal for each schema.
 */
final class RetireTables {

  private static final double SECONDS_PER_DAY = 86_400;

  private static final double HOURS_PER_DAY = 24;
  private static final double MINUTES_PER_HOUR = 60;

  /** Thirteen months: a yearly job has run in them. */
  static final double ENOUGH_DAYS = 396;

  /** Of the time observed: what is missing is between two looks. */
  private static final double NEARLY_ALL = 0.9;

  /** What backups, copies and years are called. */
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "(^|_)(bk|bkp|bak|backup|old|copy|tmp|temp|legacy|unused|deleted|archive)(_|\\d|$)"
              + "|(^|_)(19|20)\\d\\d(\\d{2}){0,2}(_|$)|_\\d{6,8}$",
          Pattern.CASE_INSENSITIVE);

  private record Group(String dataSet, String schema, boolean leftOver)
      implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int order = Boolean.compare(other.leftOver, leftOver);
      order = order != 0 ? order : dataSet.compareTo(other.dataSet);
      return order != 0 ? order : schema.compareTo(other.schema);
    }
  }

  private RetireTables() {}

  static List<Proposal> of(ProposalInput given) {
    CouplingInput input = given.facts().input();
    Map<Group, List<Integer>> quiet = new TreeMap<>();
    for (int table = 0; table < input.tables().size(); table++) {
      CoupledTable named = input.tables().get(table);
      if (quiet(given, table)) {
        quiet
            .computeIfAbsent(
                new Group(named.dataSet(), named.schema(), LEFT_OVER.matcher(named.name()).find()),
                group -> new ArrayList<>())
            .add(table);
      }
    }
    List<Proposal> proposals = new ArrayList<>();
    quiet.forEach((group, tables) -> proposals.add(proposal(given, group, tables)));
    return proposals;
  }

  private static boolean quiet(ProposalInput given, int table) {
    CoupledTable named = given.facts().input().tables().get(table);
    UseMatrix matrix = given.facts().matrix();
    return named.kind() == CoupledTable.Kind.TABLE
        && matrix.start(table) == matrix.end(table)
        && !given.activity().uses(named.dataSet(), named.schema(), named.name())
        && !ServerSchemas.has(named.schema());
  }

  private static Proposal proposal(ProposalInput given, Group group, List<Integer> tables) {
    CouplingInput input = given.facts().input();
    double days = input.secondsOf(group.dataSet()) / SECONDS_PER_DAY;
    boolean counted = given.activity().countedDays().containsKey(group.dataSet());
    double countedDays = given.activity().countedDays().getOrDefault(group.dataSet(), 0.0);
    List<TablePattern> patterns = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (int table : tables) {
      input
          .tables()
          .patternOf(table)
          .ifPresentOrElse(patterns::add, () -> leftOut.add(input.tables().label(table)));
    }
    ProposalMaker maker =
        new ProposalMaker(
                input,
                ProposalKind.RETIRE_TABLES,
                List.of(
                    group.dataSet(),
                    group.schema(),
                    (group.leftOver() ? RetireGroup.LEFT_OVER : RetireGroup.QUIET).subject()))
            .touches(tables.stream().map(input.tables()::label).toList())
            .leftOut(leftOut);
    if (!patterns.isEmpty()) {
      maker.move(new Move.RetireTables(patterns));
    }
    maker.ground(
        counted
            ? Saying.of("retire.counted", "no server counted a row read or written in them")
            : Saying.of(
                "retire.unnamed", "no statement names them, and nothing touches them as inferred"));
    if (!counted) {
      maker.risk(
          Saying.of(
              "retire.uncounted",
              "counters of table use were not read on every server of {0}: jobs below the log's"
                  + " threshold, dumps and readers of replicas are not seen",
              group.dataSet()));
    } else if (countedDays < NEARLY_ALL * days) {
      maker.risk(
          Saying.of(
              "retire.counted-short",
              "counters of table use were read for {0} of it only",
              span(countedDays)));
    }
    maker.risk(
        Saying.of(
            "retire.unseen", "who reads the binary log, and dumps, are not seen: ask before"));
    steps(maker, days);
    Saying size = given.sizes().text(tables.stream().map(input.tables()::get).toList());
    return maker.make(
        Saying.of(
            days < ENOUGH_DAYS ? "retire.quarantine" : "retire.drop",
            days < ENOUGH_DAYS
                ? "put into quarantine {0} of {1}{2} that nothing used in {3}: {4}"
                : "drop {0} of {1}{2} that nothing used in {3}: {4}",
            Saying.count("tables", tables.size(), "table", "tables"),
            group.schema(),
            group.leftOver()
                ? Saying.of("retire.left-over", " whose names say copy, backup or a year,")
                : Saying.nothing(),
            span(days),
            size),
        0,
        confidence(Math.min(days, countedDays / NEARLY_ALL), counted, group.leftOver()));
  }

  private static Saying span(double days) {
    double hours = days * HOURS_PER_DAY;
    if (hours < 2) {
      return Saying.count(
          "minutes", Math.max(1, Math.round(hours * MINUTES_PER_HOUR)), "minute", "minutes");
    }
    return hours < 2 * HOURS_PER_DAY
        ? Saying.of("hours", "{0} hours", Saying.number(hours, 0))
        : Saying.of("days", "{0} days", Saying.number(days, 0));
  }

  /**
   * How sure it is.
   *
   * @param days for which both statements and counters were seen
   */
  private static Confidence confidence(double days, boolean counted, boolean leftOver) {
    if (days >= ENOUGH_DAYS && counted) {
      return Confidence.HIGH;
    }
    return leftOver && counted ? Confidence.MEDIUM : Confidence.LOW;
  }

  private static void steps(ProposalMaker maker, double days) {
    maker.step(
        Saying.of(
            "retire.ask",
            "ask the owners, and whoever runs yearly jobs, dumps and readers of the binary log"));
    maker.step(
        Saying.of(
            "retire.revoke",
            "revoke the rights of all accounts on the tables, and wait for errors"));
    maker.step(Saying.of("retire.rename", "rename the tables, so that the way back is one RENAME"));
    maker.step(
        days < ENOUGH_DAYS
            ? Saying.of(
                "retire.wait-year",
                "wait until 13 months are observed, so that yearly jobs have shown themselves")
            : Saying.of("retire.wait-month", "wait for a month"));
    maker.step(Saying.of("retire.dump", "dump and drop them"));
  }
}
