package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Objects;

/**
 * An advice and how it is carried out.
 *
 * @param id the same for the same advice on the same server, whatever the figures
 */
public record PlannedAdvice(String id, IndexAdvice advice, ChangePlan plan) {

  public PlannedAdvice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(plan, "plan");
  }

  /** The advice with its id. */
  public static PlannedAdvice of(String server, IndexAdvice advice, ChangePlan plan) {
    return new PlannedAdvice(idOf(server, advice), advice, plan);
  }

  private static String idOf(String server, IndexAdvice advice) {
    StringBuilder key = new StringBuilder();
    key.append(server).append('\0').append(advice.kind().key()).append('\0');
    key.append(advice.schema()).append('\0').append(advice.table()).append('\0');
    if (advice.kind().isDrop()) {
      key.append(advice.index().name());
    } else {
      for (IndexPart part : advice.index().parts()) {
        key.append(part.subject()).append('\0');
        key.append(part.prefixLength().orElse(0)).append(part.descending()).append('\0');
      }
    }
    return "index-" + String.format("%016x", LowestHashes.hashOf(key.toString())).substring(0, 10);
  }
}
