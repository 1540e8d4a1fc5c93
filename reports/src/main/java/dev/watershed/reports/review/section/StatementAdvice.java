package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is advised for each statement. Indexes that may go help no statement by that. */
final class StatementAdvice {

  private final Map<Long, List<String>> indexes = new HashMap<>();
  private final Set<Long> rewrites = new HashSet<>();

  private StatementAdvice() {}

  static StatementAdvice of(ReviewFacts facts) {
    StatementAdvice advice = new StatementAdvice();
    for (DataFacts data : facts.fleet().data()) {
      for (PlannedAdvice planned : data.advice().indexes()) {
        if (!planned.advice().kind().isDrop()) {
          for (DigestEffect effect : planned.advice().effects()) {
            advice
                .indexes
                .computeIfAbsent(effect.digest(), digest -> new ArrayList<>())
                .add(planned.id());
          }
        }
      }
      data.advice().rewrites().stream().map(RewriteAdvice::digest).forEach(advice.rewrites::add);
    }
    return advice;
  }

  /** The ids of the indexes that it lacks. */
  List<String> indexes(long digest) {
    return indexes.getOrDefault(digest, List.of());
  }

  /** What kinds of advice there are; empty for none. */
  Optional<String> words(long digest, PageWords words) {
    List<String> kinds = new ArrayList<>();
    if (indexes.containsKey(digest)) {
      kinds.add(words.text("statements.index"));
    }
    if (rewrites.contains(digest)) {
      kinds.add(words.text("statements.rewrite"));
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kinds));
  }
}
