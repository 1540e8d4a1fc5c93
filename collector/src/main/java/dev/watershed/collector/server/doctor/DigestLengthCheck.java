package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;
import java.util.stream.Stream;

/** The server cuts the texts of statements, as far as that can be told. */
final class DigestLengthCheck implements Check {

  private static final int DEFAULT_LENGTH = 1_024;
  private static final long MOST = 1 << 20;

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    long cut = server.cutDigests().orElse(0);
    if (cut == 0) {
      return List.of();
    }
    int length = length(server.settings());
    return List.of(
        new Complaint(
            "digest-length",
            Weight.PARTIAL,
            cut + " digest texts fill their " + length + " bytes of tokens, and may be cut there.",
            "Statements that differ only behind the cut are one; their tables and columns are known"
                + " only as far as the text goes.",
            remedy(server.identity().product(), Math.min(MOST, 4L * length))));
  }

  /** How many bytes the tokens of a text may have. */
  static int length(Settings settings) {
    return (int)
        Stream.of(Setting.MAX_DIGEST_LENGTH, Setting.PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH)
            .mapToDouble(setting -> settings.number(setting).orElse(DEFAULT_LENGTH))
            .min()
            .orElse(DEFAULT_LENGTH);
  }

  private static Remedy remedy(ServerProduct product, long bytes) {
    return switch (product) {
      case MYSQL ->
          new Remedy(
              List.of(
                  "SET PERSIST_ONLY max_digest_length = " + bytes,
                  "SET PERSIST_ONLY performance_schema_max_digest_length = " + bytes),
              "It holds from the next start, and takes as many bytes per session and per digest.");
      case MARIADB ->
          Remedy.advise(
              "Set max_digest_length="
                  + bytes
                  + " and performance_schema_max_digest_length="
                  + bytes
                  + " in its configuration, and start it again.");
    };
  }
}
