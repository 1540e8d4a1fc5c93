package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.service.Attribution;

/** How finely parties are told apart. */
public enum PartyLevel {
  /** A service with all of its modules. */
  SERVICE,
  /** Modules for themselves; a service for what is none of its modules'. */
  MODULE;

  /** Whose something is at this level. */
  public Attribution of(Attribution exact) {
    return this == MODULE ? exact : exact.service().map(Attribution::of).orElse(Attribution.NONE);
  }
}
