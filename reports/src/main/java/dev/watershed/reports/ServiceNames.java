package dev.watershed.reports;

import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import java.util.Optional;

/** What services are called. */
public final class ServiceNames {

  /** What no service claims. */
  public static final String UNATTRIBUTED = "(unattributed)";

  private ServiceNames() {}

  /** {@code service}, or {@code service/module}; empty for what no service claims. */
  public static Optional<String> of(Attribution whose) {
    return whose
        .service()
        .map(service -> whose.module().map(module -> service + "/" + module).orElse(service));
  }

  /**
   * The first ones of a list.
   *
   * @param limit how many; 0 for all
   */
  public static <T> List<T> limited(List<T> all, int limit) {
    return limit == 0 ? all : all.subList(0, Math.min(limit, all.size()));
  }
}
