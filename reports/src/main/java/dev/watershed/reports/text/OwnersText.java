package dev.watershed.reports.text;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.OwnerMismatch;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.analyzer.ownership.TableOwner.Status;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer of {@code owners} for a terminal. */
public final class OwnersText {

  private static final String INDENT = "  ";
  private static final int MOST_LINES = 4;
  private static final int NAME = 36;
  private static final int COUNT = 9;

  private final TextOptions options;
  private final int limit;
  private final StringBuilder text = new StringBuilder(4_096);

  /**
   * @param limit how many lines of each part are shown; 0 for all
   */
  public OwnersText(TextOptions options, int limit) {
    this.options = options;
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(CouplingFacts facts) {
    head(facts);
    services(facts);
    sources(facts);
    mismatches(facts);
    section("contested, without a declared owner", facts, Status.CONTESTED);
    section("proposed by who writes", facts, Status.PROPOSED);
    unknown(facts);
    notes(facts);
    return text.toString();
  }

  private void head(CouplingFacts facts) {
    StringBuilder counts = new StringBuilder();
    for (Status status : Status.values()) {
      long tables =
          facts.ownership().tables().stream().filter(table -> table.status() == status).count();
      counts
          .append(counts.isEmpty() ? "" : ", ")
          .append(Units.grouped(tables))
          .append(' ')
          .append(status.key());
    }
    text.append(options.style().bold(Units.counted(facts.ownership().tables().size(), "table")))
        .append(": ")
        .append(counts)
        .append('\n');
  }

  private void services(CouplingFacts facts) {
    CouplingInput input = facts.input();
    text.append('\n').append(options.style().bold("who owns what")).append('\n');
    text.append(INDENT)
        .append(DisplayWidth.left("service", NAME))
        .append(DisplayWidth.right("declared", COUNT))
        .append(DisplayWidth.right("proposed", COUNT))
        .append(DisplayWidth.right("by name", COUNT))
        .append('\n');
    for (int party = 0; party < input.parties().services(); party++) {
      int[] counts = new int[Status.values().length];
      for (TableOwner table : facts.ownership().tables()) {
        counts[table.status().ordinal()] += table.isOwnedBy(party) ? 1 : 0;
      }
      text.append(INDENT)
          .append(DisplayWidth.left(VisibleText.of(input.parties().name(party)), NAME))
          .append(count(counts[Status.DECLARED.ordinal()]))
          .append(count(counts[Status.PROPOSED.ordinal()]))
          .append(count(counts[Status.PROPOSED_BY_NAME.ordinal()]))
          .append('\n');
    }
  }

  private static String count(int count) {
    return DisplayWidth.right(Units.grouped(count), COUNT);
  }

  /** Which files name declared owners, where some are not of the configuration. */
  private void sources(CouplingFacts facts) {
    Map<Claim, Integer> tables = new LinkedHashMap<>();
    int configured = 0;
    for (int table = 0; table < facts.input().tables().size(); table++) {
      List<Claim> claims = facts.ownership().declared().claims(table);
      configured += claims.stream().anyMatch(claim -> claim.source().isEmpty()) ? 1 : 0;
      claims.stream()
          .filter(claim -> claim.source().isPresent())
          .forEach(claim -> tables.merge(claim, 1, Integer::sum));
    }
    if (tables.isEmpty()) {
      return;
    }
    text.append('\n').append(options.style().bold("where declared owners come from")).append('\n');
    line(Units.counted(configured, "table") + " by owns of the configuration");
    tables.entrySet().stream()
        .limit(limit)
        .forEach(
            each ->
                line(
                    Units.counted(each.getValue(), "table")
                        + " of "
                        + each.getKey().owner()
                        + ": "
                        + each.getKey().words()));
    more(tables.size());
  }

  private void mismatches(CouplingFacts facts) {
    CouplingInput input = facts.input();
    text.append('\n').append(options.style().bold("where practice disagrees")).append('\n');
    List<OwnerMismatch> all = facts.ownership().mismatches();
    if (all.isEmpty()) {
      line("no declared owner writes less than 20% where another writes 80% and more");
    }
    all.stream()
        .limit(limit)
        .forEach(
            each ->
                line(
                    input.tables().label(each.table())
                        + ": "
                        + input.parties().name(each.declared())
                        + " owns it and has "
                        + Units.percent(each.declaredShare())
                        + " of "
                        + Units.counted(Math.round(each.writes()), "write")
                        + ", "
                        + input.parties().name(each.practiced())
                        + " has "
                        + Units.percent(each.practicedShare())));
    more(all.size());
  }

  private void section(String title, CouplingFacts facts, Status status) {
    List<TableOwner> tables =
        facts.ownership().tables().stream()
            .filter(table -> table.status() == status)
            .sorted(
                Comparator.comparingDouble((TableOwner table) -> -table.writes().writes())
                    .thenComparing(TableOwner::table))
            .toList();
    if (tables.isEmpty()) {
      return;
    }
    text.append('\n').append(options.style().bold(title)).append('\n');
    tables.stream().limit(limit).forEach(table -> table(table, facts.input()));
    more(tables.size());
  }

  private void table(TableOwner table, CouplingInput input) {
    String name = input.tables().label(table.table());
    line(
        table.owner().isPresent()
            ? name
                + ": "
                + input.parties().name(table.owner().getAsInt())
                + ", "
                + table.confidence().key()
                + " confidence: "
                + String.join("; ", table.grounds())
            : name + ": " + writers(table, input));
  }

  /** Who writes a table, with their shares. */
  static String writers(TableOwner table, CouplingInput input) {
    return table.writes().writers().stream()
        .map(writer -> input.parties().name(writer.party()) + " " + Units.percent(writer.share()))
        .collect(Collectors.joining(", "));
  }

  private void unknown(CouplingFacts facts) {
    List<TableOwner> inUse =
        facts.ownership().tables().stream()
            .filter(table -> table.status() == Status.UNKNOWN)
            .filter(
                table -> facts.matrix().end(table.table()) > facts.matrix().start(table.table()))
            .toList();
    if (inUse.isEmpty()) {
      return;
    }
    text.append('\n').append(options.style().bold("in use, and nobody's")).append('\n');
    inUse.stream()
        .limit(limit)
        .forEach(
            table ->
                line(
                    facts.input().tables().label(table.table())
                        + ": "
                        + String.join("; ", table.grounds())));
    more(inUse.size());
  }

  private void notes(CouplingFacts facts) {
    text.append('\n').append(options.style().bold("what is not known")).append('\n');
    facts.notes().forEach(this::line);
  }

  private void more(int all) {
    if (all > limit) {
      line(all - limit + " more (--limit 0 shows all)");
    }
  }

  private void line(String line) {
    text.append(Wrap.indented(INDENT, line, options.width(), MOST_LINES));
  }
}
