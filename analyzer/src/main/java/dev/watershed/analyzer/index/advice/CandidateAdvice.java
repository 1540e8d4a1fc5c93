package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.saying.Saying;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a chosen candidate brings, and what proves it. Several threads may ask. */
final class CandidateAdvice {

  private static final Saying HIDDEN_BY_SOMEBODY =
      Saying.of(
          "caveat.hidden",
          "It was hidden on purpose, perhaps to be dropped: whoever did so may not have seen these"
              + " statements.");

  private final AdvisedServer server;
  private final Workbench workbench;
  private final Set<Integer> chosen;
  private final Replacement replacement;
  private final EffectMaker effects;

  CandidateAdvice(
      AdvisedServer server,
      Workbench workbench,
      EffectMaker effects,
      HintedIndexes hinted,
      PlannedDrops drops) {
    this.server = server;
    this.workbench = workbench;
    this.chosen = effects.chosen();
    replacement = new Replacement(workbench, effects, hinted, drops);
    this.effects = effects;
  }

  /**
   * Empty if the server would take it for no statement.
   *
   * @param taken names of the table's indexes whose place other new ones take
   */
  Optional<IndexAdvice> of(int place, Set<String> taken) {
    Candidate candidate = workbench.candidates().get(place);
    List<DigestEffect> told = effects.of(place).stream().map(StatementEffect::told).toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    boolean hidden = hidden(candidate);
    Optional<IndexFigures> replaced = hidden ? Optional.empty() : replacement.of(place, taken);
    double entries = workbench.entriesWritten(candidate.table(), candidate.index());
    double spared = replaced.map(index -> workbench.upkeep(candidate.table(), index)).orElse(0.0);
    Caveats caveats = new Caveats(server, candidate, served(place), replaced);
    return Optional.of(
        new IndexAdvice(
            hidden ? Kind.MAKE_VISIBLE : replaced.isPresent() ? Kind.EXTEND : Kind.ADD,
            candidate.table().schema(),
            candidate.table().definition().name(),
            candidate.index().definition(),
            Replacement.names(replaced),
            told,
            OptionalLong.of(candidate.index().bytes()),
            OptionalDouble.of(entries / server.observedSeconds()),
            gain(place) - (hidden ? 0 : workbench.upkeep(place)) + spared,
            caveats.confidence(),
            hidden ? and(caveats.sentences(), HIDDEN_BY_SOMEBODY) : caveats.sentences()));
  }

  private static List<Saying> and(List<Saying> sentences, Saying last) {
    return Stream.concat(sentences.stream(), Stream.of(last)).toList();
  }

  /** Names of new indexes are never those of the table's own. */
  private static boolean hidden(Candidate candidate) {
    return candidate.table().definition().indexes().stream()
        .anyMatch(index -> index.name().equals(candidate.index().definition().name()));
  }

  private List<CostedStatement> served(int place) {
    return workbench.served(place).stream().map(workbench.statements()::get).toList();
  }

  /** What it spares beside the other chosen ones. */
  private double gain(int place) {
    Set<Integer> others = new HashSet<>(chosen);
    others.remove(place);
    return workbench.served(place).stream()
        .mapToDouble(each -> workbench.cost(each, others) - workbench.cost(each, chosen))
        .sum();
  }
}
