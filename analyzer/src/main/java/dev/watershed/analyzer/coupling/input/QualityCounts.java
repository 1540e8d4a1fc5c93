package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.coupling.input.InputQuality.Amount;
import dev.watershed.analyzer.coupling.input.InputQuality.SampledServer;
import dev.watershed.analyzer.coupling.input.InputQuality.TransactionQuality;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Counts what could not be resolved. */
final class QualityCounts {

  private final StatementIndex index;
  private final Touches touches;

  QualityCounts(StatementIndex index, Touches touches) {
    this.index = index;
    this.touches = touches;
  }

  InputQuality of(
      List<CoupledData> data, TransactionQuality transactions, UnclaimedAccounts accounts) {
    int size = index.all().size();
    double[] calls = new double[size];
    double[] micros = new double[size];
    for (int row = 0; row < touches.size(); row++) {
      calls[touches.statement(row)] += touches.calls(row);
      micros[touches.statement(row)] += touches.timeMicros(row);
    }
    Amount all = Amount.NONE;
    Amount partial = Amount.NONE;
    Amount truncated = Amount.NONE;
    Amount unknownSchema = Amount.NONE;
    Amount missing = Amount.NONE;
    Amount definitions = Amount.NONE;
    TreeSet<String> unfollowed = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      ResolvedStatement each = index.get(i);
      all = all.and(calls[i], micros[i]);
      partial = each.statement().understood() ? partial : partial.and(calls[i], micros[i]);
      truncated = each.truncated() ? truncated.and(calls[i], micros[i]) : truncated;
      unknownSchema = each.unknownSchema() ? unknownSchema.and(calls[i], micros[i]) : unknownSchema;
      missing = each.missingTable() ? missing.and(calls[i], micros[i]) : missing;
      definitions =
          each.statement().kind().isDefinition()
              ? definitions.and(calls[i], micros[i])
              : definitions;
      unfollowed.addAll(each.unfollowed());
    }
    return new InputQuality(
        all,
        partial,
        truncated,
        unknownSchema,
        missing,
        lumped(data),
        definitions,
        transactions,
        data.stream().filter(each -> each.catalog().isEmpty()).map(CoupledData::name).toList(),
        data.stream()
            .flatMap(each -> each.servers().stream())
            .filter(server -> server.longQueryTimeSeconds().orElse(0) > 0)
            .map(CoupledServer::server)
            .toList(),
        sampled(data),
        List.copyOf(unfollowed),
        accounts.build());
  }

  private static Amount lumped(List<CoupledData> data) {
    double calls = 0;
    double micros = 0;
    long rowsOfLumped = 0;
    for (CoupledData each : data) {
      for (CoupledServer server : each.servers()) {
        StatementTable rows = server.workload().statements();
        for (int row = 0; row < rows.size(); row++) {
          if (server.workload().texts().get(rows.textIndex(row)).lumped()) {
            calls += rows.value(row, Measure.CALLS);
            micros += rows.value(row, Measure.TIME_MICROS);
            rowsOfLumped++;
          }
        }
      }
    }
    return rowsOfLumped == 0 ? Amount.NONE : new Amount(1, calls, micros);
  }

  private List<SampledServer> sampled(List<CoupledData> data) {
    List<SampledServer> sampled = new ArrayList<>();
    for (CoupledData each : data) {
      for (CoupledServer server : each.servers()) {
        if (server.estimate().isPresent()) {
          ServerEstimate estimate = server.estimate().get();
          sampled.add(
              new SampledServer(
                  server.server(),
                  estimate.samples(),
                  estimate.sampled()
                      ? estimate.services().unsampledMicros()
                      : estimate.services().totalMicros(),
                  estimate.services().totalMicros()));
        }
      }
    }
    return sampled;
  }
}
