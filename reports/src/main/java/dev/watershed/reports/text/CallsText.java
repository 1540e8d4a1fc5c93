package dev.watershed.reports.text;

import dev.watershed.analyzer.calls.CallFacts;
import dev.watershed.analyzer.calls.CallingPair;
import dev.watershed.analyzer.calls.ServiceCall;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.reports.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Calls between services beside what they share, for a terminal. */
final class CallsText {

  private static final String INDENT = "  ";
  private static final int MOST_LINES = 4;
  private static final int MOST_NAMES = 10;
  private static final int NAME = 36;
  private static final int FIGURE = 11;

  private final TextOptions options;
  private final int limit;
  private final StringBuilder text = new StringBuilder(2_048);

  CallsText(TextOptions options, int limit) {
    this.options = options;
    this.limit = limit;
  }

  /** The section; begins with an empty line. */
  String render(CallFacts calls, CouplingFacts facts) {
    Parties parties = facts.input().parties();
    head("calls between services, by " + String.join(", ", calls.sources()));
    line(
        "shown beside what couples through data: nothing above counts them, and no finding rests on them");
    table("call and share data", of(calls, true), parties);
    table("call, and share no data", of(calls, false), parties);
    dataOnly(calls.dataOnly(), parties);
    for (List<Integer> cycle : calls.cycles()) {
      line(
          "call each other, some by way of others: "
              + cycle.stream().map(parties::name).collect(Collectors.joining(", ")));
    }
    List<String> unknown = calls.unknown();
    if (!unknown.isEmpty()) {
      line(
          "no service of the configuration: "
              + unknown.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
              + (unknown.size() > MOST_NAMES
                  ? " and " + (unknown.size() - MOST_NAMES) + " more"
                  : "")
              + "; aliases may say which one each is");
    }
    return text.toString();
  }

  private static List<CallingPair> of(CallFacts calls, boolean sharing) {
    return calls.pairs().stream()
        .filter(pair -> pair.data().isPresent() == sharing)
        .sorted(
            Comparator.comparingDouble((CallingPair pair) -> -pair.callsPerSecond().orElse(0))
                .thenComparing(CallingPair::first)
                .thenComparing(CallingPair::second))
        .toList();
  }

  private void table(String title, List<CallingPair> pairs, Parties parties) {
    if (pairs.isEmpty()) {
      line(title + ": none");
      return;
    }
    text.append(INDENT)
        .append(DisplayWidth.left(title + " (" + pairs.size() + ")", NAME))
        .append(DisplayWidth.right("calls/s →", FIGURE))
        .append(DisplayWidth.right("← calls/s", FIGURE))
        .append(DisplayWidth.right("Jaccard", FIGURE))
        .append('\n');
    for (CallingPair pair : pairs.subList(0, Math.min(limit, pairs.size()))) {
      text.append(INDENT)
          .append(INDENT)
          .append(
              DisplayWidth.left(
                  VisibleText.of(parties.name(pair.first()) + " – " + parties.name(pair.second())),
                  NAME - INDENT.length()))
          .append(DisplayWidth.right(rate(pair.forth()), FIGURE))
          .append(DisplayWidth.right(rate(pair.back()), FIGURE))
          .append(DisplayWidth.right(jaccard(pair.data()), FIGURE))
          .append('\n');
    }
    more(pairs.size());
  }

  private static String rate(Optional<ServiceCall> call) {
    return call.map(each -> rate(each.callsPerSecond())).orElse("–");
  }

  /** Calls per second; a question mark where it is not known. */
  static String rate(OptionalDouble perSecond) {
    return perSecond.isEmpty() ? "?" : String.format(Locale.ROOT, "%,.3f", perSecond.getAsDouble());
  }

  private static String jaccard(Optional<PairMeasures> data) {
    return data.map(PairMeasures::jaccard)
        .filter(value -> value > 0)
        .map(value -> String.format(Locale.ROOT, "%.3f", value))
        .orElse("–");
  }

  private void dataOnly(List<PairMeasures> pairs, Parties parties) {
    if (pairs.isEmpty()) {
      return;
    }
    line(
        "share data without a call ("
            + pairs.size()
            + "): "
            + pairs.stream()
                .sorted(Comparator.comparingDouble(PairMeasures::jaccard).reversed())
                .limit(Math.min(limit, MOST_NAMES))
                .map(pair -> parties.name(pair.first()) + " – " + parties.name(pair.second()))
                .collect(Collectors.joining(", "))
            + (pairs.size() > Math.min(limit, MOST_NAMES) ? ", …" : ""));
  }

  private void head(String title) {
    text.append('\n').append(options.style().bold(VisibleText.of(title))).append('\n');
  }

  private void more(int all) {
    if (all > limit) {
      line(all - limit + " more (--limit 0 shows all)");
    }
  }

  private void line(String line) {
    text.append(Wrap.indented(INDENT, line, options.width(), MOST_LINES));
  }
}
