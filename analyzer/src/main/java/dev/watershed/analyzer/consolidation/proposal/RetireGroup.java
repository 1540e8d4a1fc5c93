package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.saying.Saying;

/** Which of the tables that nobody uses a proposal is about; the last name of its subject. */
public enum RetireGroup {
  /** Their names say that they are copies or of years ago. */
  LEFT_OVER(Saying.of("retire-group.left-over", "left over")),
  /** The others. */
  QUIET(Saying.of("retire-group.quiet", "quiet"));

  private final Saying said;

  RetireGroup(Saying said) {
    this.said = said;
  }

  /** Its name in a subject, the same in every language. */
  public String subject() {
    return said.text();
  }

  /** What a subject's name means to a reader; a name of no group as it is. */
  public static Saying said(String subject) {
    for (RetireGroup group : values()) {
      if (group.subject().equals(subject)) {
        return group.said;
      }
    }
    return Saying.verbatim(subject);
  }
}
