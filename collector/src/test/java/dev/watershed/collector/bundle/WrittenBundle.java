package dev.watershed.collector.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a bundle as the script does, piece by piece. */
final class WrittenBundle {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pieces;

  /** A bundle of MySQL with nothing but its head and the first part. */
  static WrittenBundle begun() {
    return new WrittenBundle()
        .piece("@watershed-bundle\t1")
        .piece("@about\tserver\tbooking-1")
        .piece("@about\tbodies\tno")
        .piece("@part\tprobe\t2026-11-23T02:07:00Z")
        .piece("@answer\tproduct\tVERSION\tCOMMENT\tHOST", "=9.7.4\t=MySQL\t=db1")
        .piece(
            "@answer\tcolumns\tTABLE_SCHEMA\tTABLE_NAME\tCOLUMN_NAME",
            "=performance_schema\t=global_status\t=VARIABLE_VALUE");
  }

  /** A part, with the answers of the server to who it is around others. */
  WrittenBundle part(String kind, int minute, Runnable answers) {
    return part(kind, minute, "one", 1_000 + minute * 60, answers);
  }

  /** The same of a server that says who it is, and for how many seconds it has run. */
  WrittenBundle part(String kind, int minute, String uuid, int uptime, Runnable answers) {
    piece("@part\t" + kind + "\t2026-11-23T02:%02d:00Z".formatted(minute));
    identity(minute, uuid, uptime);
    answers.run();
    return identity(minute, uuid, uptime);
  }

  private WrittenBundle identity(int minute, String uuid, int uptime) {
    return identityAt("2026-11-23 02:%02d:00.000000".formatted(minute), uuid, uptime);
  }

  /** What the server says of itself at a time, as it writes that. */
  WrittenBundle identityAt(String time, String uuid, int uptime) {
    return piece(
        "@answer\tidentity\tVARIABLE_NAME\tVARIABLE_VALUE\tUTC_TIMESTAMP(6)",
        "=version\t=9.7.4\t=" + time,
        "=server_uuid\t=" + uuid + "\t=" + time,
        "=Uptime\t=" + uptime + "\t=" + time);
  }

  WrittenBundle piece(String... lines) {
    return written(String.join("\n", lines) + "\n");
  }

  private WrittenBundle written(String text) {
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    pieces++;
    bytes.writeBytes(written);
    bytes.writeBytes(
        "@check\t%d\t%d\t%d\n"
            .formatted(pieces, PosixChecksum.of(written), written.length)
            .getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** With its end. */
  byte[] ended() {
    return piece("@end\t" + (pieces + 1)).bytes.toByteArray();
  }

  /** With its end, as a text. */
  String text() {
    return new String(ended(), StandardCharsets.UTF_8);
  }
}
