package dev.watershed.analyzer.service;

import java.util.Optional;

/**
 * Whose an origin is.
 *
 * @param service the service; empty if none claims the origin
 * @param module its part; empty if none of its modules claims the origin
 */
public record Attribution(Optional<String> service, Optional<String> module) {

  /** Nobody's. */
  public static final Attribution NONE = new Attribution(Optional.empty(), Optional.empty());

  public Attribution {
    if (module.isPresent() && service.isEmpty()) {
      throw new IllegalArgumentException("module " + module.get() + " without a service");
    }
  }

  /** All of a service. */
  public static Attribution of(String service) {
    return new Attribution(Optional.of(service), Optional.empty());
  }

  /** A part of a service. */
  public static Attribution of(String service, String module) {
    return new Attribution(Optional.of(service), Optional.of(module));
  }

  /** Whether a service claims the origin. */
  public boolean attributed() {
    return service.isPresent();
  }
}
