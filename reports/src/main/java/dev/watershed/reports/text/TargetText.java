package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.distance.CrossingStatement;
import dev.watershed.analyzer.consolidation.distance.OwnerDistance;
import dev.watershed.analyzer.consolidation.distance.PartedTransaction;
import dev.watershed.analyzer.consolidation.distance.PlacementCounts;
import dev.watershed.analyzer.consolidation.distance.StrayWriter;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The distance to a target for a terminal. */
public final class TargetText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int LEAST_STATEMENT = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many owners, writers, transactions and statements of an owner are shown; 0 for
   *     all
   */
  public TargetText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(TargetProgress progress) {
    TargetDistance today = progress.today();
    heading(
        "today: "
            + TimeSpan.minute(progress.from())
            + " – "
            + TimeSpan.minute(progress.until())
            + " UTC");
    line(INDENT, words(today.placement()));
    line(
        INDENT,
        Units.counted(today.unnamedTables(), "table")
            + " in use that the target does not name stay as they are");
    text.append('\n')
        .append(new CrossingsText(options).table(today.crossingToday(), today.crossingTarget()));
    dim(INDENT, "after all: what was seen, at the borders of the target");
    writers(today.writers());
    transactions(today.transactions());
    owners(today.owners());
    text.append('\n').append(new TargetMonthsText(options).render(progress.months()));
    heading("\nwhat is not known");
    progress.notes().forEach(note -> line(INDENT, note));
    return text.toString();
  }

  /** Counts of tables, those that are not zero. */
  private static String words(PlacementCounts counts) {
    List<String> parts = new ArrayList<>();
    add(parts, counts.ownedOtherwise(), "with another owner");
    add(parts, counts.inOtherSchema(), "in another schema");
    add(parts, counts.onOtherServer(), "on another server");
    add(parts, counts.occupied(), "whose place is taken by a table of its name");
    add(parts, counts.ownerUnknown(), "that nobody is known to own");
    return Units.counted(counts.tables(), "table")
        + ", "
        + Units.grouped(counts.toPlace())
        + " to place"
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(Units.grouped(count) + " " + words);
    }
  }

  private void writers(List<StrayWriter> writers) {
    heading("\nwriters that the target does not allow: " + Units.grouped(writers.size()));
    writers.stream()
        .limit(limit)
        .forEach(
            writer ->
                line(
                    INDENT,
                    writer.writer()
                        + " writes "
                        + writer.table()
                        + " of "
                        + writer.owner()
                        + ", "
                        + rate(writer.writesPerSecond())
                        + (writer.inferred() ? ", by a routine or view" : "")));
    more(writers.size(), "writer");
  }

  private void transactions(List<PartedTransaction> transactions) {
    heading("\ntransactions to take apart: " + Units.grouped(transactions.size()));
    for (PartedTransaction each : transactions.stream().limit(limit).toList()) {
      line(
          INDENT,
          each.party()
              + " writes "
              + String.join(", ", each.tables())
              + ", "
              + rate(each.perSecond())
              + ": "
              + (each.owners().size() > 1 ? "of " + String.join(", ", each.owners()) : "")
              + (each.dataSets().size() > 1 ? " on " + String.join(", ", each.dataSets()) : "")
              + (each.partial() ? "; some do more than is known" : ""));
      dim(
          DEEP,
          each.digests().stream()
              .limit(MOST_LINES)
              .map(Fingerprints::idOf)
              .collect(Collectors.joining(" ")));
    }
    more(transactions.size(), "kind");
  }

  private void owners(List<OwnerDistance> all) {
    List<OwnerDistance> owners =
        all.stream()
            .sorted(
                Comparator.comparingDouble(
                        (OwnerDistance owner) -> -(owner.foreignReads() + owner.foreignWrites()))
                    .thenComparing(OwnerDistance::owner))
            .toList();
    for (OwnerDistance owner : owners.stream().limit(limit).toList()) {
      heading("\n" + owner.owner());
      line(INDENT, words(owner.placement()));
      line(
          INDENT,
          "others read its tables "
              + rate(owner.foreignReads())
              + " and write them "
              + rate(owner.foreignWrites()));
      owner.statements().stream().limit(limit).forEach(this::statement);
      more(owner.statements().size(), "statement");
      if (owner.furtherStatements() > 0) {
        line(
            DEEP,
            Units.counted(owner.furtherStatements(), "statement") + " of fewer calls left out");
      }
    }
    more(owners.size(), "owner");
  }

  private void statement(CrossingStatement statement) {
    String start =
        Fingerprints.idOf(statement.evidence().digest())
            + INDENT
            + VisibleText.of(statement.evidence().party())
            + " "
            + rate(statement.evidence().callsPerSecond())
            + INDENT;
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(statement.evidence().fingerprint()),
                Math.max(LEAST_STATEMENT, width)))
        .append('\n');
    line(
        DEEP + INDENT,
        statement.borders().stream().sorted().map(Border::words).collect(Collectors.joining(", ")));
  }

  private void more(int all, String word) {
    if (all > limit) {
      line(DEEP, Units.counted(all - limit, "more " + word) + " (--limit 0 shows all)");
    }
  }

  private static String rate(double perSecond) {
    return Units.perSecond(perSecond) + "/s";
  }

  private void heading(String words) {
    boolean apart = words.startsWith("\n");
    text.append(apart ? "\n" : "")
        .append(style.bold(VisibleText.of(apart ? words.substring(1) : words)))
        .append('\n');
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }

  /** Emphasis comes last: it is made of control characters. */
  private void dim(String indent, String line) {
    Wrap.indented(indent, line, options.width(), MOST_LINES)
        .lines()
        .forEach(each -> text.append(style.dim(each)).append('\n'));
  }
}
