package dev.watershed.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every sort of every table of a report, and some searches in each. */
final class ReportActions {

  private static final String NOTHING = "nothing-has-this";

  /** What one does in a table, and how long until it is drawn; an error if it did nothing. */
  private static final String TIMED =
      """
      async action => {
        const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        const listing = document.querySelectorAll('.listing')[action.listing];
        const button = listing.querySelectorAll('thead button')[action.head];
        const search = listing.querySelector('input[type=search]');
        await drawn();
        const start = performance.now();
        if (action.head >= 0) {
          button.click();
        } else {
          search.value = action.search;
          search.dispatchEvent(new Event('input', { bubbles: true }));
        }
        await drawn();
        const took = performance.now() - start;
        if (action.head >= 0 && !button.closest('th[aria-sort]')) {
          throw new Error('not sorted');
        }
        if (action.search === action.nothing && listing.querySelector('tbody tr:not(.space)')) {
          throw new Error('not searched');
        }
        return took;
      }
      """;

  private static final List<String> SEARCHES =
      List.of("service1", "booking", "left join", "PAYMENT created", NOTHING, "a", "");

  /**
   * The one that took longest, the most elements that were alive, and how many there were.
   *
   * @param sorts all of them
   * @param searches all of them
   */
  record Worst(double milliseconds, int elements, String what, int sorts, int searches) {

    private static final Worst NONE = new Worst(0, 0, "nothing", 0, 0);

    private Worst withElements(int alive) {
      return new Worst(milliseconds, Math.max(elements, alive), what, sorts, searches);
    }

    private Worst with(Action action, double took, String at) {
      boolean longer = took > milliseconds;
      return new Worst(
          Math.max(milliseconds, took),
          elements,
          longer ? at + String.format(Locale.ROOT, ", %.0f ms", took) : what,
          sorts + (action.head() >= 0 ? 1 : 0),
          searches + (action.head() >= 0 ? 0 : 1));
    }
  }

  /**
   * What one does in a table.
   *
   * @param head by which column to sort; below 0 to search
   */
  private record Action(int listing, int head, String search) {}

  private ReportActions() {}

  /**
   * Does them all, in every section.
   *
   * @throws IllegalStateException if there was nothing to sort or to search: what is not there
   *     takes no time
   * @throws com.microsoft.playwright.PlaywrightException if a table did not do what it was told
   */
  static Worst all(ReportView view) {
    Worst worst = Worst.NONE;
    for (String section :
        view.texts("[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))")) {
      view.go(section);
      worst = worst.withElements(view.elements());
      int listings = (int) view.number("document.querySelectorAll('.listing').length");
      for (int listing = 0; listing < listings; listing++) {
        worst = listing(view, section, listing, worst);
      }
    }
    if (worst.sorts() == 0 || worst.searches() == 0) {
      throw new IllegalStateException(
          worst.sorts() + " sorts and " + worst.searches() + " searches: the page has no listing");
    }
    return worst;
  }

  private static Worst listing(ReportView view, String section, int listing, Worst before) {
    Worst worst = before;
    String at = "document.querySelectorAll('.listing')[" + listing + "]";
    if (view.number(at + ".querySelectorAll('input[type=search]').length") == 0) {
      return worst;
    }
    String name = section + ": " + view.text(at + ".dataset.table");
    int heads = (int) view.number(at + ".querySelectorAll('thead button').length");
    for (int head = 0; head < 2 * heads; head++) {
      worst =
          timed(view, new Action(listing, head / 2, ""), name + " by column " + head / 2, worst);
    }
    for (String search : SEARCHES) {
      worst = timed(view, new Action(listing, -1, search), name + " for '" + search + "'", worst);
    }
    return worst;
  }

  private static Worst timed(ReportView view, Action action, String name, Worst before) {
    Object milliseconds =
        view.page()
            .evaluate(
                TIMED,
                Map.of(
                    "listing",
                    action.listing(),
                    "head",
                    action.head(),
                    "search",
                    action.search(),
                    "nothing",
                    NOTHING));
    return before
        .with(action, ((Number) milliseconds).doubleValue(), name)
        .withElements(view.elements());
  }
}
