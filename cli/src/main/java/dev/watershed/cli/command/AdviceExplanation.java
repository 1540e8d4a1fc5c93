package dev.watershed.cli.command;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.input.ServerLoad;
import dev.watershed.analyzer.index.result.AdviceFacts;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.TableAdvice;
import dev.watershed.analyzer.ranking.DigestExplainer;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds one advice in a store, and what is known about it.
 *
 * @param exitCode how the command ends if nothing else happens
 */
record AdviceExplanation(AdviceFacts facts, ExitCode exitCode) {

  private static final int MOST_NAMED = 5;

  AdviceExplanation {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /** Whether this is the id of an advice, or its beginning. */
  static boolean isId(String text) {
    return text.matches("index-[0-9a-f]{1,10}");
  }

  private record Found(DataSet data, Advising advised, PlannedAdvice planned) {}

  /**
   * Advises anew, as {@code advise} does without options, and takes the one.
   *
   * @param id of the advice, or its beginning
   * @throws CommandException if there is no store, or not exactly one such advice
   */
  static AdviceExplanation of(
      CommandContext context, Configuration configuration, StoreOptions.StoreSpan span, String id)
      throws CommandException {
    FactsCache cache = FactsCache.of(context, configuration);
    AdviceReading reading = AdviceReading.of(context, configuration, span, cache::prepare);
    List<Found> found = new ArrayList<>();
    for (DataSet data : DataSet.of(reading.servers(), ClusterMembers.of(configuration))) {
      Advising advised = Advising.of(data, AdvisorOptions.DEFAULTS, cache.reader(data.catalog()));
      advised.advice().indexes().stream()
          .filter(planned -> planned.id().startsWith(id))
          .forEach(planned -> found.add(new Found(data, advised, planned)));
    }
    cache.save();
    if (found.size() != 1) {
      throw new CommandException(ExitCode.USAGE, found.isEmpty() ? none(id) : several(id, found));
    }
    return new AdviceExplanation(facts(found.get(0), configuration), reading.exitCode());
  }

  private static String none(String id) {
    return "no advice "
        + id
        + " in that span of the store; 'watershed advise -c …' prints the ids, and advice with"
        + " --budget or --per-table may differ";
  }

  private static String several(String id, List<Found> found) {
    return id
        + " is the beginning of "
        + found.size()
        + " ids ("
        + found.stream()
            .limit(MOST_NAMED)
            .map(one -> one.planned().id())
            .collect(Collectors.joining(", "))
        + (found.size() > MOST_NAMED ? ", …" : "")
        + "); give more digits";
  }

  private static AdviceFacts facts(Found found, Configuration configuration) {
    Set<Long> digests =
        found.planned().advice().effects().stream()
            .map(DigestEffect::digest)
            .collect(Collectors.toSet());
    List<AdviceFacts.Statement> statements = new ArrayList<>();
    for (ServerLoad server : digests.isEmpty() ? List.<ServerLoad>of() : found.data().servers()) {
      new DigestExplainer(server.workload(), configuration.services())
          .explain(digests)
          .forEach(facts -> statements.add(new AdviceFacts.Statement(server.server(), facts)));
    }
    String table = found.planned().advice().qualifiedName();
    return new AdviceFacts(
        found.planned(),
        TableAdvice.of(found.advised().advice(), found.advised().input(), table),
        statements);
  }
}
