package dev.watershed.reports.text;

import dev.watershed.reports.SnapshotSummary;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.List;

/** The answer of {@code snapshot} as text. */
public final class SnapshotText {

  private static final int MOST_NAMED = 12;
  private static final double MEGABYTE = 1e6;

  private SnapshotText() {}

  /** Says what the file holds, and what it does not. */
  public static String render(SnapshotSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append(VisibleText.of(summary.path()))
        .append(": ")
        .append(Units.count(summary.bytes()))
        .append(" bytes");
    if (summary.bytes() >= MEGABYTE) {
      text.append(" (").append(Units.ratio(summary.bytes() / MEGABYTE)).append(" MB)");
    }
    text.append('\n');
    text.append("id        ").append(summary.stamp().id()).append('\n');
    text.append("made      ").append(summary.stamp().madeAt()).append('\n');
    text.append("shows     ")
        .append(summary.stamp().from())
        .append(" to ")
        .append(summary.stamp().until())
        .append('\n');
    text.append("servers   ").append(named(summary.servers())).append('\n');
    text.append("services  ").append(named(summary.services())).append('\n');
    text.append("tables    ").append(Units.count(summary.tables())).append('\n');
    text.append("digests   ").append(Units.count(summary.digests())).append('\n');
    text.append("left out  samples, minutes, accounts, hosts, literals");
    if (summary.services().isEmpty()) {
      text.append("; no service claims an account: all load is of nobody");
    }
    text.append('\n');
    summary
        .leftOut()
        .forEach(file -> text.append("          ").append(VisibleText.of(file)).append('\n'));
    return text.toString();
  }

  private static String named(List<String> names) {
    String shown =
        VisibleText.of(String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))));
    int others = names.size() - MOST_NAMED;
    return Units.count(names.size())
        + (names.isEmpty() ? "" : ": " + shown)
        + (others > 0 ? ", and " + others + " more" : "");
  }
}
