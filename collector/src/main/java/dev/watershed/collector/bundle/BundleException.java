package dev.watershed.collector.bundle;

import java.io.IOException;

/** A file that is no bundle, or a damaged one: where, and the way out. */
public final class BundleException extends IOException {

  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }
}
