package dev.watershed.benchmarks.fuzz;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.store.catalog.ObjectText;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.charset.StandardCharsets;

/**
 * Texts of catalog objects as the store has them. Any text is an object or is refused; an object is
 * read from its own text as it was.
 */
public final class CatalogTextTarget {

  private CatalogTextTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws UnreadableFileException {
    CatalogObject object;
    try {
      object = ObjectText.decode(new String(input, StandardCharsets.UTF_8));
    } catch (UnreadableFileException refused) {
      return;
    }
    Agreement.same("read again", object, ObjectText.decode(ObjectText.encode(object)));
  }
}
