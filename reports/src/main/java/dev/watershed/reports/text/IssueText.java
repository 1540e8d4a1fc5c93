package dev.watershed.reports.text;

import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.Issue;
import java.util.List;

/** What could not be taken as it stands: the reason, how often, and where first. */
final class IssueText {

  private static final String GAP = "  ";

  private final TextOptions options;
  private final Style style;

  IssueText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  void append(List<Issue> issues, StringBuilder text) {
    if (issues.isEmpty()) {
      return;
    }
    int reasons = issues.stream().mapToInt(issue -> issue.reason().key().length()).max().orElse(0);
    int counts = issues.stream().mapToInt(issue -> count(issue).length()).max().orElse(0);
    int described =
        issues.stream().mapToInt(issue -> issue.reason().description().length()).max().orElse(0);
    text.append('\n').append(style.bold("issues")).append('\n');
    for (Issue issue : issues) {
      String start =
          GAP
              + style.warn(DisplayWidth.left(issue.reason().key(), reasons))
              + GAP
              + DisplayWidth.right(count(issue), counts)
              + GAP;
      int used = 3 * GAP.length() + reasons + counts;
      String place = place(issue);
      String description = issue.reason().description();
      if (used + described + GAP.length() + DisplayWidth.of(place) <= options.width()) {
        text.append(start).append(DisplayWidth.left(description, described)).append(GAP);
        text.append(style.dim(place)).append('\n');
      } else {
        text.append(start).append(DisplayWidth.cut(description, options.width() - used));
        text.append('\n').append(" ".repeat(used)).append(style.dim(place)).append('\n');
      }
    }
  }

  private static String count(Issue issue) {
    return Units.grouped(issue.count());
  }

  private static String place(Issue issue) {
    return VisibleText.of(issue.firstPath()) + " @ " + Units.grouped(issue.firstOffset());
  }
}
