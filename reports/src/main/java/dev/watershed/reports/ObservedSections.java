package dev.watershed.reports;

import dev.watershed.analyzer.observation.LongTransaction;
import dev.watershed.analyzer.observation.Looks;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.Party;
import dev.watershed.analyzer.observation.ServerState;
import dev.watershed.analyzer.observation.TableAccess;
import dev.watershed.analyzer.observation.Wait;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What servers showed besides statements, as tables for people; those without a row are left out.
 */
public final class ObservedSections {

  private static final String WITHOUT_INDEX = "(no index)";

  /**
   * A table.
   *
   * @param title its name
   * @param caption what its rows are, and what has to be known of them
   * @param heads of the columns
   * @param rows the texts, made harmless
   * @param more rows beyond the limit
   */
  public record Section(
      String title, String caption, List<Head> heads, List<List<String>> rows, int more) {

    public Section {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /** The head of a column. */
  public record Head(String name, boolean figure) {

    /** The name as a heading of a page begins. */
    public String title() {
      return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
  }

  private final ObservedFacts facts;
  private final int limit;
  private final List<Section> sections = new ArrayList<>();

  private ObservedSections(ObservedFacts facts, int limit) {
    this.facts = facts;
    this.limit = limit;
  }

  /**
   * The tables of some facts.
   *
   * @param limit the most rows of each; 0 for all
   */
  public static List<Section> of(ObservedFacts facts, int limit) {
    ObservedSections sections = new ObservedSections(facts, limit);
    sections.waits();
    sections.longTransactions();
    sections.accesses();
    sections.servers();
    sections.looks();
    return sections.sections;
  }

  private void waits() {
    String sampled = "By samples: waits that were shorter than a look apart may be missing.";
    add(
        "lock waits",
        sampled,
        List.of("waiting", "blocked by", "table", ">waits", ">waited", ">longest"),
        facts.lockWaits(),
        ObservedSections::wait);
    add(
        "metadata lock waits",
        sampled,
        List.of("waiting", "blocked by", "object", ">waits", ">waited", ">longest"),
        facts.metadataLocks(),
        ObservedSections::wait);
  }

  private static List<String> wait(Wait wait) {
    String object = name(wait.schema(), wait.object());
    return List.of(
        party(wait.waiting()),
        party(wait.blocking()) + (wait.blockerIdleSamples() > 0 ? ", at times idle" : ""),
        VisibleText.of(
            (object.isEmpty() ? "unknown" : object)
                + (wait.detail().isEmpty() ? "" : " (" + wait.detail() + ")")),
        Units.grouped(wait.waits()),
        Units.micros(wait.waitedMicros()),
        Units.micros(wait.longestMicros()));
  }

  private void longTransactions() {
    add(
        "long transactions",
        "Open when they were looked at; the statement is the one that ran then, or the last one.",
        List.of("by", ">transactions", ">longest", ">rows locked", ">rows changed"),
        facts.longTransactions(),
        ObservedSections::longTransaction);
  }

  private static List<String> longTransaction(LongTransaction open) {
    return List.of(
        party(open.party()) + (open.idleSamples() > 0 ? ", at times idle" : ""),
        Units.grouped(open.transactions()),
        Units.micros(open.longestMicros()),
        Units.grouped(open.rowsLocked()),
        Units.grouped(open.rowsModified()));
  }

  private void accesses() {
    add(
        "table use",
        "Within " + watched() + " of observation, on each server.",
        List.of("table", ">fetched", ">inserted", ">updated", ">deleted", ">time"),
        facts.tables(),
        access -> access(access, name(access.schema(), access.table())));
    add(
        "index use",
        "Within "
            + watched()
            + " of observation. What was reached without an index includes all"
            + " inserts.",
        List.of("index", ">fetched", ">inserted", ">updated", ">deleted", ">time"),
        facts.indexes(),
        access ->
            access(
                access,
                name(access.schema(), access.table())
                    + " "
                    + access.index().orElse(WITHOUT_INDEX)));
  }

  private static List<String> access(TableAccess access, String name) {
    return List.of(
        VisibleText.of(name),
        Units.count(access.fetched()),
        Units.count(access.inserted()),
        Units.count(access.updated()),
        Units.count(access.deleted()),
        Units.micros(access.micros()));
  }

  private String watched() {
    long least = facts.servers().stream().mapToLong(ServerState::watchedMicros).min().orElse(0);
    long most = facts.servers().stream().mapToLong(ServerState::watchedMicros).max().orElse(0);
    String longest = Units.micros(most);
    String shortest = Units.micros(least);
    return shortest.equals(longest) ? longest : shortest + " to " + longest;
  }

  private void servers() {
    add(
        "server state",
        "Over the time observed; connections are open and running ones, on average and at most.",
        List.of(
            "server",
            "version",
            ">observed",
            ">buffer pool hits",
            ">redo",
            ">lock waits",
            ">connections",
            ">running",
            ">history list"),
        facts.servers(),
        ObservedSections::server);
  }

  private static List<String> server(ServerState server) {
    return List.of(
        VisibleText.of(server.server()),
        VisibleText.of((fact(server, "product") + " " + fact(server, "version")).strip()),
        Units.micros(server.watchedMicros()),
        server.bufferPoolHitShare().isPresent()
            ? Units.percent(server.bufferPoolHitShare().getAsDouble())
            : Units.UNKNOWN,
        text(server.figure(Figure.REDO_BYTES), Units::bytes),
        text(server.figure(Figure.ROW_LOCK_WAITS), Units::grouped),
        gauge(
            server.average(Figure.THREADS_CONNECTED_SUM),
            server.figure(Figure.THREADS_CONNECTED_MAX)),
        gauge(
            server.average(Figure.THREADS_RUNNING_SUM), server.figure(Figure.THREADS_RUNNING_MAX)),
        text(server.figure(Figure.HISTORY_LIST_LENGTH_MAX), Units::grouped));
  }

  private static String text(OptionalLong figure, LongFunction<String> unit) {
    return figure.isPresent() ? unit.apply(figure.getAsLong()) : Units.UNKNOWN;
  }

  private static String gauge(OptionalDouble average, OptionalLong most) {
    return average.isPresent() && most.isPresent()
        ? Units.ratio(average.getAsDouble()) + " / " + Units.grouped(most.getAsLong())
        : Units.UNKNOWN;
  }

  private static String fact(ServerState server, String name) {
    return server.facts().stream()
        .filter(fact -> fact.name().equals(name))
        .map(ServerState.Fact::value)
        .findFirst()
        .orElse("");
  }

  private void looks() {
    add(
        "looks",
        "How often servers were looked at between their samples, and the time that stands for.",
        List.of("server", "for", ">planned", ">taken", ">failed", ">time", ">longest gap"),
        facts.looks(),
        ObservedSections::look);
  }

  private static List<String> look(Looks looks) {
    return List.of(
        VisibleText.of(looks.server()),
        looks.subject(),
        Units.grouped(looks.planned()),
        Units.grouped(looks.taken()),
        Units.grouped(looks.failed()),
        Units.micros(looks.spanMicros()),
        looks.longestGapMicros() == 0 ? Units.UNKNOWN : Units.micros(looks.longestGapMicros()));
  }

  /**
   * Adds a table, if it has rows.
   *
   * @param heads of the columns; those of figures begin with {@code >}
   */
  private <T> void add(
      String title,
      String caption,
      List<String> heads,
      List<T> all,
      Function<T, List<String>> row) {
    if (all.isEmpty()) {
      return;
    }
    List<T> shown = ServiceNames.limited(all, limit);
    sections.add(
        new Section(
            title,
            caption,
            heads.stream()
                .map(
                    head ->
                        head.startsWith(">")
                            ? new Head(head.substring(1), true)
                            : new Head(head, false))
                .toList(),
            shown.stream().map(row).toList(),
            all.size() - shown.size()));
  }

  /** Whose statement, and which. */
  private static String party(Party party) {
    String whose =
        ServiceNames.of(party.service())
            .orElse(party.user().isEmpty() ? "unknown" : party.user() + " (unattributed)");
    return VisibleText.of(
        whose + (party.digest() == 0 ? "" : " " + Fingerprints.idOf(party.digest())));
  }

  private static String name(String schema, String object) {
    return schema.isEmpty() || object.isEmpty() ? schema + object : schema + "." + object;
  }
}
