package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import java.util.List;

/** The connection is not encrypted. */
final class EncryptionCheck implements Check {

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    return server.encrypted()
        ? List.of()
        : List.of(
            new Complaint(
                "encryption",
                Weight.NOTE,
                "The connection is not encrypted.",
                "Whoever sits on the way reads what the collector reads.",
                Remedy.advise(
                    "Say sslMode=VERIFY_IDENTITY with trustCertificateKeyStoreUrl, or at least"
                        + " sslMode=REQUIRED, in its url.")));
  }
}
