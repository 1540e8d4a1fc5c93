package dev.watershed.analyzer.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was decided. */
public enum DecisionState {
  /** It shall be done. */
  ACCEPTED("accepted"),
  /** It shall be done, and somebody has it on a plan. */
  PLANNED("planned"),
  DONE("done"),
  /** It shall not be done. */
  REJECTED("rejected");

  private final String key;

  DecisionState(String key) {
    this.key = key;
  }

  /** The word in ledgers and results. */
  public String key() {
    return key;
  }

  /** All words. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(DecisionState::key).toList();
  }

  /** The state of a word; empty for another word. */
  public static Optional<DecisionState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.key.equals(word)).findFirst();
  }
}
