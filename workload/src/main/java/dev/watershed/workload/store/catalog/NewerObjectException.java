package dev.watershed.workload.store.catalog;

/** An object that only a newer version of Watershed understands. */
final class NewerObjectException extends Exception {

  private static final long serialVersionUID = 1L;

  NewerObjectException(String message) {
    super(message);
  }
}
