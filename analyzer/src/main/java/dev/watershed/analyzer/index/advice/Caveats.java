package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What limits an advice on an index to add. */
final class Caveats {

  /** Watched for less, a server has not shown what it does. */
  private static final double ENOUGH_SECONDS = 3_600;

  /** The model reads so many times more rows than were measured. */
  private static final double CONTRADICTED = 0.5;

  private final AdvisedServer server;
  private final Candidate candidate;
  private final List<CostedStatement> served;
  private final Optional<IndexFigures> replaced;

  Caveats(
      AdvisedServer server,
      Candidate candidate,
      List<CostedStatement> served,
      Optional<IndexFigures> replaced) {
    this.server = server;
    this.candidate = candidate;
    this.served = served;
    this.replaced = replaced;
  }

  Confidence confidence() {
    if (!candidate.table().counted()) {
      return Confidence.LOW;
    }
    boolean doubt = watchedShortly() || !assumed().isEmpty() || contradicted() > 0;
    return doubt ? Confidence.MEDIUM : Confidence.HIGH;
  }

  private boolean watchedShortly() {
    return server.observedSeconds() < ENOUGH_SECONDS;
  }

  /** Columns of whose values nobody counted how many there are. */
  private List<String> assumed() {
    return candidate.parts().stream()
        .filter(part -> searched(ColumnKey.of(part)))
        .filter(part -> !candidate.table().distinct(Set.of(ColumnKey.of(part))).measured())
        .map(IndexPart::subject)
        .toList();
  }

  private boolean searched(String key) {
    return served.stream()
        .flatMap(statement -> statement.shape().tableSources())
        .filter(source -> source.table().orElseThrow() == candidate.table())
        .flatMap(source -> source.terms().stream())
        .anyMatch(term -> term.key().equals(key));
  }

  private long contradicted() {
    return served.stream().filter(each -> each.evidence() < CONTRADICTED).count();
  }

  List<Saying> sentences() {
    List<Saying> sentences = new ArrayList<>();
    if (!candidate.table().counted()) {
      sentences.add(
          Saying.of(
              "caveat.rows",
              "The rows of the table are not known, so that all figures are assumed; SHOW TABLE"
                  + " STATUS of a table with few rows falsifies the advice."));
    }
    if (watchedShortly()) {
      sentences.add(
          Saying.of(
              "caveat.short",
              "The statements were watched for {0} seconds only.",
              Saying.grouped(server.observedSeconds(), 0)));
    }
    if (!assumed().isEmpty()) {
      sentences.add(
          Saying.of(
              "caveat.assumed",
              "How many different values there are of {0} is assumed; if most rows have the value"
                  + " that is asked for, the index does not help.",
              assumed()));
    }
    if (contradicted() > 0) {
      sentences.add(
          Saying.of(
              "caveat.contradicted",
              "Some of the statements read less than half of the rows that the model believes; what"
                  + " they gain is counted by what was measured."));
    }
    prefixes().ifPresent(sentences::add);
    replaced.ifPresent(
        index ->
            sentences.add(
                Saying.of(
                    "caveat.replaced",
                    "A statement that was not seen may need {0} for the order of the primary key"
                        + " behind its columns.",
                    index.definition().name())));
    return sentences;
  }

  private Optional<Saying> prefixes() {
    List<String> columns =
        candidate.parts().stream()
            .filter(part -> part.prefixLength().isPresent())
            .map(IndexPart::column)
            .flatMap(Optional::stream)
            .toList();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Saying.of(
                "caveat.prefix",
                "Only the beginning of {0} is indexed: it has to tell values apart.",
                columns));
  }
}
