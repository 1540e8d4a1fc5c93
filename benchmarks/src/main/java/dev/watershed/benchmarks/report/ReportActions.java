package dev.watershed.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every sort of every table of a report, and some searches in each. */
final class ReportActions {

  /** What one does in a table, and how long until it is drawn. */
  private static final String TIMED =
      """
      async action => {
        const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        const listing = document.querySelectorAll('.listing')[action.listing];
        await drawn();
        const start = performance.now();
        if (action.head >= 0) {
          listing.querySelectorAll('thead button')[action.head].click();
        } else {
          const search = listing.querySelector('input[type=search]');
          search.value = action.search;
          search.dispatchEvent(new Event('input', { bubbles: true }));
        }
        await drawn();
        return performance.now() - start;
      }
      """;

  private static final List<String> SEARCHES =
      List.of("service1", "booking", "left join", "PAYMENT created", "nothing-has-this", "a", "");

  /** The one that took longest, and the most elements that were alive. */
  record Worst(double milliseconds, int elements, String what) {

    Worst with(double otherMilliseconds, int otherElements, String otherWhat) {
      boolean longer = otherMilliseconds > milliseconds;
      return new Worst(
          Math.max(milliseconds, otherMilliseconds),
          Math.max(elements, otherElements),
          longer ? otherWhat + String.format(Locale.ROOT, ", %.0f ms", otherMilliseconds) : what);
    }
  }

  private ReportActions() {}

  /** Does them all, in every section. */
  static Worst all(ReportView view) {
    Worst worst = new Worst(0, 0, "nothing");
    for (String section :
        view.texts("[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))")) {
      view.go(section);
      worst = worst.with(0, view.elements(), section);
      int listings = (int) view.number("document.querySelectorAll('.listing').length");
      for (int listing = 0; listing < listings; listing++) {
        worst = listing(view, section, listing, worst);
      }
    }
    return worst;
  }

  private static Worst listing(ReportView view, String section, int listing, Worst before) {
    Worst worst = before;
    String at = "document.querySelectorAll('.listing')[" + listing + "]";
    if (view.number(at + ".querySelectorAll('input[type=search]').length") == 0) {
      return worst;
    }
    String name = view.text(at + ".dataset.table");
    int heads = (int) view.number(at + ".querySelectorAll('thead button').length");
    for (int head = 0; head < 2 * heads; head++) {
      worst =
          worst.with(
              timed(view, listing, head / 2, ""),
              view.elements(),
              section + ": " + name + " sorted by column " + head / 2);
    }
    for (String search : SEARCHES) {
      worst =
          worst.with(
              timed(view, listing, -1, search),
              view.elements(),
              section + ": " + name + " searched for '" + search + "'");
    }
    return worst;
  }

  private static double timed(ReportView view, int listing, int head, String search) {
    Object milliseconds =
        view.page().evaluate(TIMED, Map.of("listing", listing, "head", head, "search", search));
    return ((Number) milliseconds).doubleValue();
  }
}
