package dev.watershed.reports.text;

import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.ranking.InferredTable;
import dev.watershed.analyzer.ranking.InferredTables;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionClassFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.reports.ObservedSections;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of {@code analyze} for a terminal: the ranking, then what it rests on. */
public final class AnalyzeText {

  private static final int MOST_TRANSACTIONS = 5;
  private static final String INDENT = "  ";

  private final TextOptions options;
  private final Style style;

  public AnalyzeText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(SpanFacts facts, ReportContext context) {
    return render(facts, Optional.empty(), context);
  }

  /**
   * The same with tables that statements touch without naming them.
   *
   * @param inferred empty where nobody asked for tables
   */
  public String render(SpanFacts facts, Optional<InferredTables> inferred, ReportContext context) {
    StringBuilder text = new StringBuilder(8_192);
    DigestText ranking = new DigestText(options);
    text.append(
        facts.services().estimated()
            ? ranking.render(facts, context)
            : ranking.render(facts.ranking(), context));
    inferred.ifPresent(tables -> inferred(tables, facts.ranking().options().limit(), text));
    transactions(facts.transactions(), text);
    int rows = ObservedText.rows(facts.ranking().options().limit());
    ObservedSections.of(facts.observed(), rows)
        .forEach(section -> new ObservedText(options).append(section, text));
    servers(facts, text);
    return text.toString();
  }

  private void inferred(InferredTables facts, int limit, StringBuilder text) {
    text.append('\n').append(style.bold("tables touched as inferred")).append('\n');
    if (!facts.known()) {
      line("Unknown: the store has no catalog.", text);
      return;
    }
    line("By views, triggers, cascades, routines and events; not in the figures above.", text);
    int shown = limit == 0 ? facts.tables().size() : Math.min(limit, facts.tables().size());
    for (InferredTable table : facts.tables().subList(0, shown)) {
      String calls = table.figures().isEmpty() ? "–" : Units.count(table.calls());
      line(
          DisplayWidth.right(calls, 8)
              + " calls "
              + (table.written() ? "w " : "r ")
              + VisibleText.of(table.name())
              + (table.named() ? "" : " (no statement names it)")
              + " by "
              + VisibleText.of(table.example().chainText()),
          text);
    }
    if (facts.tables().isEmpty()) {
      line("none", text);
    }
    if (facts.tables().size() > shown) {
      line(Units.counted(facts.tables().size() - shown, "more table"), text);
    }
    InferenceLines.gaps(facts.gaps()).forEach(gap -> line(gap, text));
  }

  private void transactions(TransactionFacts facts, StringBuilder text) {
    text.append('\n').append(style.bold("transactions")).append('\n');
    if (!facts.known()) {
      line("Unknown: no log tells which statements ran together, or nothing did.", text);
    }
    for (TransactionClassFacts transaction :
        facts.classes().subList(0, Math.min(MOST_TRANSACTIONS, facts.classes().size()))) {
      line(
          style.accent(transaction.id())
              + INDENT
              + Units.counted(transaction.transactions(), "transaction")
              + ", open "
              + Units.micros((double) transaction.openTimeMicros() / transaction.transactions())
              + " each, "
              + Units.counted(transaction.digests().size(), "digest")
              + (transaction.truncated() ? " and more" : "")
              + ", "
              + Units.counted(transaction.rolledBack(), "rollback")
              + INDENT
              + VisibleText.of(String.join(", ", transaction.services())),
          text);
    }
    if (facts.lumpedAccountTransactions() > 0) {
      line(
          Units.counted(facts.lumpedAccountTransactions(), "transaction")
              + " of accounts beyond the bounds of what is kept.",
          text);
    }
    if (facts.untoldStatements() > 0) {
      line(
          Units.counted(facts.untoldStatements(), "statement")
              + " of logs that do not tell which ran together.",
          text);
    }
  }

  private void servers(SpanFacts facts, StringBuilder text) {
    text.append('\n').append(style.bold("servers")).append('\n');
    for (ServerCoverage server : facts.coverage().servers()) {
      line(String.join(" · ", parts(server)), text);
    }
    SpanNotes.of(new WidenedSpan(facts.countedFrom(), facts.countedUntil()))
        .forEach(note -> line(note, text));
  }

  private static List<String> parts(ServerCoverage server) {
    List<String> parts = new ArrayList<>();
    parts.add(VisibleText.of(server.server()));
    server.placement().cluster().map(VisibleText::of).ifPresent(parts::add);
    server.placement().role().ifPresent(parts::add);
    parts.add(server.source());
    parts.add(Units.counted(server.calls(), "event"));
    if (server.firstSeen().isPresent() && server.lastSeen().isPresent()) {
      parts.add(TimeSpan.of(server.firstSeen().get(), server.lastSeen().get()));
    }
    parts.add(
        server.longQueryTimeSeconds().isPresent()
            ? "long_query_time " + Units.seconds(server.longQueryTimeSeconds().getAsDouble())
            : "long_query_time unknown");
    if (server.sampled()) {
      parts.add("sampled");
    }
    if (server.silentHours() > 0) {
      parts.add(Units.counted(server.silentHours(), "hour") + " without a statement");
    }
    if (server.possibleGaps() > 0) {
      parts.add(Units.counted(server.possibleGaps(), "possible gap"));
    }
    return parts;
  }

  private void line(String line, StringBuilder text) {
    text.append(INDENT).append(DisplayWidth.cut(line, 4 * options.width())).append('\n');
  }
}
