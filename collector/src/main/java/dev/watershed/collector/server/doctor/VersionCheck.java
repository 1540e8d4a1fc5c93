package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;
import java.util.Map;

/** Watershed was never tried on servers like this one. */
final class VersionCheck implements Check {

  /** The kinds that the tests run on. */
  private static final Map<ServerProduct, List<String>> TESTED =
      Map.of(
          ServerProduct.MYSQL, List.of("9.7."), ServerProduct.MARIADB, List.of("10.11.", "11.4."));

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<String> tested = TESTED.get(server.identity().product());
    String version = server.identity().version();
    if (tested.stream().anyMatch(version::startsWith)) {
      return List.of();
    }
    return List.of(
        new Complaint(
            "version",
            Weight.NOTE,
            "Watershed was never tried on version " + version + ".",
            "Something may be read wrongly. Tried were MySQL 9.7 and MariaDB 10.11 and 11.4; not"
                + " tried are MySQL 5.7, 8.0 and 8.4, Percona Server, other versions of MariaDB, and"
                + " managed services.",
            Remedy.advise(
                "Compare what you know with what Watershed says, and report what differs.")));
  }
}
