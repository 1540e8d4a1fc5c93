package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The server's digest table is full, and lumps what is new. */
final class DigestTableCheck implements Check {

  private static final long DEFAULT_SIZE = 10_000;

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    double lost = server.settings().number(Setting.PERFORMANCE_SCHEMA_DIGEST_LOST).orElse(0);
    if (lost == 0) {
      return List.of();
    }
    long size =
        (long)
            server.settings().number(Setting.PERFORMANCE_SCHEMA_DIGESTS_SIZE).orElse(DEFAULT_SIZE);
    long more = Math.max(DEFAULT_SIZE, 2 * size);
    return List.of(
        new Complaint(
            "digest-table",
            Weight.PARTIAL,
            "The digest table has "
                + size
                + " rows and is full; since the server started or the table was emptied, "
                + (long) lost
                + " executions found no row.",
            "Statements that are new to the server are counted together, without their texts.",
            remedy(server.identity().product(), more)));
  }

  private static Remedy remedy(ServerProduct product, long rows) {
    String empty = "TRUNCATE TABLE performance_schema.events_statements_summary_by_digest";
    return switch (product) {
      case MYSQL ->
          new Remedy(
              List.of("SET PERSIST_ONLY performance_schema_digests_size = " + rows, empty),
              "The size holds from the next start; emptying the table, which others may read, helps"
                  + " at once.");
      case MARIADB ->
          new Remedy(
              List.of(empty),
              "Set performance_schema_digests_size="
                  + rows
                  + " in its configuration for the next start; emptying the table, which others may"
                  + " read, helps at once.");
    };
  }
}
