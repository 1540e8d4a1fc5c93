package dev.watershed.analyzer.ranking;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The digest that a user names by its id or the beginning of it.
 *
 * @param digest the one that fits; empty if none or several do
 * @param candidates ids that fit, or if none does the ones most like it; at most {@link #MOST}
 * @param fitting how many ids fit
 */
public record DigestLookup(OptionalLong digest, List<String> candidates, int fitting) {

  /** How many candidates are named. */
  public static final int MOST = 3;

  public DigestLookup {
    candidates = List.copyOf(candidates);
  }

  /** Looks an id up among the digests of a workload. Letter case does not count. */
  public static DigestLookup of(Workload workload, String idOrPrefix) {
    String wanted = idOrPrefix.toLowerCase(Locale.ROOT);
    List<String> ids =
        workload.texts().stream()
            .filter(text -> !text.lumped())
            .mapToLong(StatementText::digest)
            .mapToObj(Fingerprints::idOf)
            .sorted()
            .toList();
    List<String> fitting = ids.stream().filter(id -> id.startsWith(wanted)).toList();
    if (fitting.size() == 1) {
      long digest = Fingerprints.parseId(fitting.get(0));
      return new DigestLookup(OptionalLong.of(digest), fitting, 1);
    }
    List<String> candidates = fitting.isEmpty() ? nearest(ids, wanted) : fitting;
    return new DigestLookup(
        OptionalLong.empty(),
        candidates.subList(0, Math.min(MOST, candidates.size())),
        fitting.size());
  }

  private static List<String> nearest(List<String> ids, String wanted) {
    Comparator<String> byLikeness =
        Comparator.comparingInt((String id) -> equalCharacters(id, wanted)).reversed();
    return ids.stream().sorted(byLikeness.thenComparing(Comparator.naturalOrder())).toList();
  }

  private static int equalCharacters(String id, String wanted) {
    int equal = 0;
    for (int at = 0; at < Math.min(id.length(), wanted.length()); at++) {
      equal += id.charAt(at) == wanted.charAt(at) ? 1 : 0;
    }
    return equal;
  }
}
