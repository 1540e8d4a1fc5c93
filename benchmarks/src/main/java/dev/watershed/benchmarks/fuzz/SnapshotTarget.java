package dev.watershed.benchmarks.fuzz;

import dev.watershed.workload.store.snapshot.SnapshotFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Snapshots. One is refused as a whole, or every question to it has an answer, which names the
 * files in it that cannot be read.
 *
 * <p>Input: a byte that says whether checksums are made to fit, then the file.
 */
public final class SnapshotTarget {

  private SnapshotTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    ByteBuffer file = ByteBuffer.wrap(Arrays.copyOfRange(input, 1, input.length));
    if ((input[0] & WindowTarget.DAMAGED) == 0) {
      Resealed.seal(file);
    }
    try {
      SnapshotFile snapshot = SnapshotFile.read("fuzzed.snapshot", file);
      StoreQuestions.ask(snapshot.files());
    } catch (IOException refused) {
      Agreement.holds(refused.getMessage() != null, "a reason", refused);
    }
  }
}
