package dev.watershed.collector.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one connection of the script brought.
 *
 * @param kind which of them
 * @param at when the script began it, by the clock of its host
 * @param answers in the order of the questions
 * @param failure what the client said where it had no connection, or lost it
 */
record RecordedPart(Kind kind, Instant at, List<RecordedAnswer> answers, Optional<String> failure) {

  /** The parts of a bundle. */
  enum Kind {
    PROBE,
    SAMPLE,
    CATALOG
  }

  RecordedPart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    answers = List.copyOf(answers);
    Objects.requireNonNull(failure, "failure");
  }

  /** All answers to a question, in their order. */
  List<RecordedAnswer> answers(String question) {
    List<RecordedAnswer> found = new ArrayList<>(answers);
    found.removeIf(answer -> !answer.name().equals(question));
    return found;
  }

  /** The first answer to a question. */
  Optional<RecordedAnswer> answer(String question) {
    return answers(question).stream().findFirst();
  }
}
