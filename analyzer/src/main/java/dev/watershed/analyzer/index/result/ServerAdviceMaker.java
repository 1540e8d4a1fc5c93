package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.AdviceOrder;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.ddl.ChangePlanner;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import dev.watershed.analyzer.index.ddl.TableCondition;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.input.ServerLoad;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is said of a data set. */
public final class ServerAdviceMaker {

  private static final int MOST_GAPS = 3;

  private ServerAdviceMaker() {}

  /** Orders advice, gives it ids and plans, and says what was not seen. */
  public static ServerAdvice make(
      DataSet data, AdvisorInput input, List<IndexAdvice> indexes, List<RewriteAdvice> rewrites) {
    AdvisedServer server = input.server();
    UnderstandingCoverage coverage = UnderstandingCoverage.of(server.statements());
    ChangePlanner planner = new ChangePlanner(ServerAbilities.of(server.version()));
    Map<String, StatisticTable> tables =
        server.tables().stream()
            .collect(Collectors.toMap(StatisticTable::qualifiedName, table -> table));
    List<PlannedAdvice> planned = new ArrayList<>();
    for (IndexAdvice advice : indexes.stream().sorted(AdviceOrder.readers()).toList()) {
      ChangePlan plan = planner.plan(advice, condition(data, input, tables, advice));
      planned.add(PlannedAdvice.of(data.name(), advice, plan));
    }
    return new ServerAdvice(
        data.name(),
        data.names(),
        Optional.of(server.version()).filter(version -> !version.isEmpty()),
        server.observedSeconds(),
        server.tables().size(),
        (int) server.tables().stream().filter(table -> rows(table).isEmpty()).count(),
        coverage,
        planned,
        rewrites,
        texts(data, indexes, rewrites, coverage),
        unknowns(data, input),
        List.of());
  }

  private static OptionalLong rows(StatisticTable table) {
    return table.statistics().map(TableStatistics::rows).orElse(OptionalLong.empty());
  }

  private static TableCondition condition(
      DataSet data, AdvisorInput input, Map<String, StatisticTable> tables, IndexAdvice advice) {
    OptionalLong bytes =
        Optional.ofNullable(tables.get(advice.qualifiedName()))
            .flatMap(StatisticTable::statistics)
            .map(TableStatistics::dataBytes)
            .orElse(OptionalLong.empty());
    return new TableCondition(
        bytes, input.usage().writesPerSecond(advice.schema(), advice.table()), data.replicated());
  }

  private static List<ServerAdvice.NamedText> texts(
      DataSet data,
      List<IndexAdvice> indexes,
      List<RewriteAdvice> rewrites,
      UnderstandingCoverage coverage) {
    Set<Long> wanted =
        Stream.of(
                indexes.stream()
                    .flatMap(advice -> advice.effects().stream())
                    .map(DigestEffect::digest),
                rewrites.stream().map(RewriteAdvice::digest),
                coverage.issues().stream().map(UnderstandingCoverage.Count::exampleDigest))
            .flatMap(digests -> digests)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<Long, String> found = new HashMap<>();
    for (ServerLoad server : data.servers()) {
      for (StatementText text : server.workload().texts()) {
        if (wanted.contains(text.digest())) {
          found.putIfAbsent(text.digest(), text.fingerprint());
        }
      }
    }
    return wanted.stream()
        .filter(found::containsKey)
        .map(digest -> new ServerAdvice.NamedText(digest, found.get(digest)))
        .toList();
  }

  private static List<Saying> unknowns(DataSet data, AdvisorInput input) {
    List<Saying> unknowns = new ArrayList<>();
    if (data.catalog().isEmpty()) {
      unknowns.add(
          Saying.of(
              "unknown.catalog",
              "No catalog was collected, so that no index can be advised: 'collect' reads it from"
                  + " the server, or from a dump that the configuration names."));
      return unknowns;
    }
    long without = input.server().tables().stream().filter(table -> rows(table).isEmpty()).count();
    if (without > 0) {
      unknowns.add(
          Saying.of(
              "unknown.statistics",
              "{0} of {1} tables have no statistics: what is advised for them rests on the"
                  + " statements alone.",
              without,
              input.server().tables().size()));
    }
    for (ServerLoad server : data.servers()) {
      double threshold = server.longQueryTimeSeconds().orElse(0);
      if (threshold > 0) {
        unknowns.add(
            Saying.of(
                "unknown.threshold",
                "Statements of {0} faster than {1} s were not logged, and do not count.",
                server.server(),
                threshold));
      }
    }
    if (!input.usage().unwatched().isEmpty()) {
      unknowns.add(
          Saying.of(
              "unknown.unwatched",
              "The use of indexes was not seen on {0}: none is called unused.",
              new TreeSet<>(input.usage().unwatched())));
    } else if (!input.usage().complete()) {
      unknowns.add(
          Saying.of(
              "unknown.more",
              "There are more indexes than are kept apart: none is called unused."));
    }
    if (!input.seen().whole()) {
      unknowns.add(
          Saying.of(
              "unknown.low-value",
              "None is said to be of low value: {0}.",
              Saying.joined(Joint.SEMICOLON, input.seen().gaps())));
    }
    List<CatalogGap> gaps = data.catalog().orElseThrow().gaps();
    gaps.stream()
        .limit(MOST_GAPS)
        .forEach(
            gap ->
                unknowns.add(
                    Saying.of(
                        "unknown.gap", "The catalog lacks {0}: {1}", gap.place(), gap.reason())));
    if (gaps.size() > MOST_GAPS) {
      unknowns.add(
          Saying.of("unknown.gaps", "The catalog has {0} other gaps.", gaps.size() - MOST_GAPS));
    }
    return unknowns;
  }
}
