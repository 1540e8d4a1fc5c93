package dev.watershed.reports.html;

import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionClassFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.reports.EstimateNotes;
import dev.watershed.reports.ObservedSections;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** What the page says about transactions and servers, which only a store knows. */
final class StoreSections {

  private static final int MOST_TRANSACTIONS = 20;
  private static final int MOST_OBSERVED = 15;

  private StoreSections() {}

  static PageModel.StoreSection of(SpanFacts facts) {
    TransactionFacts transactions = facts.transactions();
    return new PageModel.StoreSection(
        transactionsNote(transactions),
        transactions.classes().stream()
            .limit(MOST_TRANSACTIONS)
            .map(StoreSections::transaction)
            .toList(),
        facts.coverage().servers().stream().map(StoreSections::server).toList(),
        EstimateNotes.of(facts.services()),
        ObservedSections.of(facts.observed(), MOST_OBSERVED));
  }

  private static List<String> transaction(TransactionClassFacts transaction) {
    double each = (double) transaction.openTimeMicros() / transaction.transactions();
    return List.of(
        transaction.id(),
        Units.grouped(transaction.transactions()),
        Units.grouped(transaction.rolledBack()),
        Units.micros(transaction.openTimeMicros()),
        Units.micros(each),
        String.join(" ", transaction.digests()) + (transaction.truncated() ? " and more" : ""),
        VisibleText.of(String.join(", ", transaction.services())));
  }

  private static String transactionsNote(TransactionFacts facts) {
    List<String> parts = new ArrayList<>();
    if (!facts.known()) {
      parts.add("Unknown: no source tells which statements ran together, or nothing did.");
    } else if (facts.classCount() > MOST_TRANSACTIONS) {
      parts.add(
          MOST_TRANSACTIONS + " of " + Units.grouped(facts.classCount()) + " sets of statements.");
    }
    if (facts.untoldStatements() > 0) {
      parts.add(
          Units.grouped(facts.untoldStatements())
              + " statements are of sources that do not tell which ran together.");
    }
    return String.join(" ", parts);
  }

  private static List<String> server(ServerCoverage server) {
    return List.of(
        VisibleText.of(server.server()),
        server.source(),
        Units.grouped(server.calls()) + (server.sampled() ? ", sampled" : ""),
        server.firstSeen().isPresent() && server.lastSeen().isPresent()
            ? TimeSpan.of(server.firstSeen().get(), server.lastSeen().get())
            : Units.UNKNOWN,
        server.longQueryTimeSeconds().isPresent()
            ? Units.seconds(server.longQueryTimeSeconds().getAsDouble())
            : "unknown",
        missing(server));
  }

  private static String missing(ServerCoverage server) {
    List<String> parts = new ArrayList<>();
    if (server.silentHours() > 0) {
      parts.add(Units.counted(server.silentHours(), "hour") + " without a statement");
    }
    if (server.possibleGaps() > 0) {
      parts.add(Units.counted(server.possibleGaps(), "possible gap"));
    }
    return parts.isEmpty() ? "nothing known" : String.join(", ", parts);
  }
}
