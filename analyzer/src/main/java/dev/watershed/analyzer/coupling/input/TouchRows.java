package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.attribution.DigestShares;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServiceShare;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds the statements of servers to touches: exactly, or shared by samples. */
final class TouchRows {

  private static final double ALL = 1;

  private final Parties parties;
  private final TouchSums sums;
  private final CallSites.Builder sites;
  private final double[] figures = new double[TouchFigure.values().length];

  TouchRows(Parties parties, TouchSums sums, CallSites.Builder sites) {
    this.parties = parties;
    this.sums = sums;
    this.sites = sites;
  }

  /**
   * A server whose origins are exact.
   *
   * @param statementOfRow negative where a row has no text
   * @param partyOfOrigin indexes
   */
  void exact(CoupledServer server, int[] statementOfRow, int[] partyOfOrigin) {
    StatementTable rows = server.workload().statements();
    List<String> places = server.workload().origins().stream().map(CallSites::nameOf).toList();
    for (int row = 0; row < rows.size(); row++) {
      if (statementOfRow[row] >= 0 && rows.value(row, Measure.CALLS) > 0) {
        int party = partyOfOrigin[rows.originIndex(row)];
        add(party, statementOfRow[row], rows, row, ALL, false);
        sites.add(party, statementOfRow[row], places.get(rows.originIndex(row)));
      }
    }
  }

  /** A server whose counters do not say whose statements are. */
  void shared(CoupledServer server, ServerEstimate estimate, int[] statementOfRow) {
    Map<Long, DigestShares> shares = new HashMap<>();
    estimate.digests().forEach(digest -> shares.put(digest.digest(), digest));
    StatementTable rows = server.workload().statements();
    for (int row = 0; row < rows.size(); row++) {
      if (statementOfRow[row] < 0 || rows.value(row, Measure.CALLS) <= 0) {
        continue;
      }
      long digest = server.workload().texts().get(rows.textIndex(row)).digest();
      DigestShares seen = shares.get(digest);
      if (seen == null || seen.services().isEmpty()) {
        add(parties.unseen(), statementOfRow[row], rows, row, ALL, false);
        continue;
      }
      for (ServiceShare share : seen.services()) {
        int party = parties.find(share.service()).orElseThrow();
        add(party, statementOfRow[row], rows, row, share.share().estimate(), true);
      }
    }
  }

  /**
   * Adds a part of a row.
   *
   * @param part 0 to 1
   */
  private void add(
      int party, int statement, StatementTable rows, int row, double part, boolean estimated) {
    double calls = rows.value(row, Measure.CALLS) * part;
    figures[TouchFigure.CALLS.ordinal()] = calls;
    figures[TouchFigure.TIME_MICROS.ordinal()] = rows.value(row, Measure.TIME_MICROS) * part;
    figures[TouchFigure.ROWS_EXAMINED.ordinal()] = rows.value(row, Measure.ROWS_EXAMINED) * part;
    figures[TouchFigure.ESTIMATED_CALLS.ordinal()] = estimated ? calls : 0;
    sums.add(party, statement, figures);
  }
}
