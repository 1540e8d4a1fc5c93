package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What crosses, before and after, in words. */
final class CrossingsText {

  private static final String INDENT = "  ";
  private static final int NAME = 44;
  private static final int FIGURE = 12;
  private static final double LEAST_CHANGE = 1e-9;

  private record Rate(String name, ToDoubleFunction<Crossings> of) {}

  private static final List<Rate> RATES =
      List.of(
          new Rate("statements that read others' tables", Crossings::foreignReads),
          new Rate("statements that write others' tables", Crossings::foreignWrites),
          new Rate("joins over several owners", Crossings::ownerJoins),
          new Rate("joins over several schemas", Crossings::schemaJoins),
          new Rate("statements over several servers", Crossings::serverJoins),
          new Rate("transactions over several owners", Crossings::ownerTransactions),
          new Rate("  that write for several", Crossings::ownerWritingTransactions),
          new Rate("transactions over several servers", Crossings::serverTransactions),
          new Rate("  that write on several", Crossings::serverWritingTransactions));

  private final Style style;

  CrossingsText(TextOptions options) {
    style = options.style();
  }

  /** All rates side by side. */
  String table(Crossings today, Crossings after) {
    StringBuilder text = new StringBuilder();
    text.append(INDENT)
        .append(style.bold(DisplayWidth.left("what crosses, per second", NAME)))
        .append(DisplayWidth.right("today", FIGURE))
        .append(DisplayWidth.right("after all", FIGURE))
        .append('\n');
    for (Rate rate : RATES) {
      text.append(INDENT)
          .append(DisplayWidth.left(rate.name(), NAME))
          .append(figure(rate.of().applyAsDouble(today)))
          .append(figure(rate.of().applyAsDouble(after)))
          .append('\n');
    }
    return text.toString();
  }

  private static String figure(double perSecond) {
    String words = perSecond == 0 ? "–" : String.format(Locale.ROOT, "%,.3f", perSecond);
    return DisplayWidth.right(words, FIGURE);
  }

  /** A line for each rate that changes. */
  List<String> changes(Crossings before, Crossings after) {
    return RATES.stream()
        .filter(
            rate ->
                Math.abs(rate.of().applyAsDouble(before) - rate.of().applyAsDouble(after))
                    > LEAST_CHANGE)
        .map(
            rate ->
                String.format(
                    Locale.ROOT,
                    "%s: %,.3f → %,.3f a second",
                    rate.name().strip(),
                    rate.of().applyAsDouble(before),
                    rate.of().applyAsDouble(after)))
        .toList();
  }
}
