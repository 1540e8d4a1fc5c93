package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.RewriteAdvice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Indexes that are of no use because of how statements are written. Once those are written as is
 * advised, they are used: text that is compared with a number finds no index, and with a text does.
 */
public final class AwaitedIndexes {

  private AwaitedIndexes() {}

  /** Advice without what the rewritten statements would need. */
  public static List<IndexAdvice> kept(List<IndexAdvice> advice, List<RewriteAdvice> rewrites) {
    Set<String> columns =
        rewrites.stream()
            .map(RewriteAdvice::subject)
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    return advice.stream().filter(one -> !restsOnUse(one) || !awaited(one, columns)).toList();
  }

  private static boolean restsOnUse(IndexAdvice advice) {
    return advice.kind() == Kind.DROP_UNUSED || advice.kind() == Kind.DROP_LOW_VALUE;
  }

  private static boolean awaited(IndexAdvice advice, Set<String> columns) {
    return advice.index().parts().stream()
        .flatMap(part -> part.column().stream())
        .anyMatch(column -> columns.contains(advice.qualifiedName() + "." + column));
  }
}
