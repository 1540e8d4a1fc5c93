package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.inference.Inference;
import java.util.List;
import java.util.Objects;

/**
 * The tables that the statements of a digest touch without naming them.
 *
 * @param known whether there is a catalog to infer from
 * @param gaps what catalogs lack, so that there may be more
 */
public record DigestInference(boolean known, Inference inference, List<CatalogGaps> gaps) {

  /** There is no catalog. */
  public static final DigestInference UNKNOWN =
      new DigestInference(false, Inference.NONE, List.of());

  public DigestInference {
    Objects.requireNonNull(inference, "inference");
    gaps = List.copyOf(gaps);
  }
}
