package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.diff.ChangeKind;
import dev.watershed.analyzer.diff.DiffSide;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.form.PageWords;

/** How a statement changed, as far as one can tell. */
final class DigestWord {

  private DigestWord() {}

  /** Whether the other span would have shown a statement that is new or gone. */
  static boolean told(DigestChange change, EarlierReview earlier) {
    return switch (change.kind()) {
      case NEW -> shows(change.head(), earlier.nowSeconds(), earlier.seconds());
      case GONE -> shows(change.base(), earlier.seconds(), earlier.nowSeconds());
      case SLOWER, FASTER -> true;
    };
  }

  private static boolean shows(DiffSide side, double seconds, double otherSeconds) {
    return new Rate(side.calls() / seconds, seconds).wouldShowIn(otherSeconds);
  }

  /** How many changed in a way, of those of which one can tell. */
  static long count(Iterable<DigestChange> changes, ChangeKind kind, EarlierReview earlier) {
    long count = 0;
    for (DigestChange change : changes) {
      count += change.kind() == kind && told(change, earlier) ? 1 : 0;
    }
    return count;
  }

  static String text(DigestChange change, EarlierReview earlier, PageWords words) {
    return told(change, earlier)
        ? words.text("change." + change.kind().key())
        : ChangeWord.UNDECIDED.text(words);
  }
}
