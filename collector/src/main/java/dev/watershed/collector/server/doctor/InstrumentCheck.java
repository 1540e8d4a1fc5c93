package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.doctor.Complaint.Remedy;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import dev.watershed.collector.server.doctor.ServerFacts.InstrumentsOff;
import java.util.ArrayList;
import java.util.List;

/** Instruments of performance_schema whose figures are read are switched off. */
final class InstrumentCheck implements Check {

  private record Instruments(String kind, String key, Weight weight, String consequence) {}

  /** Instruments of stored programs' own steps are off by default, and not needed. */
  private static final List<Instruments> NEEDED =
      List.of(
          new Instruments(
              "statement/sql/%",
              "statement-sql", Weight.PARTIAL, "Statements of these kinds are not counted."),
          new Instruments(
              "statement/com/%",
              "statement-com",
              Weight.PARTIAL,
              "Prepared statements and commands of these kinds are not counted."),
          new Instruments(
              "statement/abstract/%", "statement-abstract", Weight.PARTIAL, "Statements are lost."),
          new Instruments(
              "wait/io/table/sql/handler",
              "table-io",
              Weight.PARTIAL,
              "The use of tables and indexes is unknown."),
          new Instruments(
              "wait/lock/metadata/sql/mdl",
              "metadata-lock",
              Weight.PARTIAL,
              "Who waits for a definition to change is unknown."));

  /** The kinds that are asked for, as patterns of LIKE. */
  static List<String> kinds() {
    return NEEDED.stream().map(Instruments::kind).toList();
  }

  @Override
  public List<Complaint> complaints(ServerFacts server) {
    List<Complaint> complaints = new ArrayList<>();
    for (Instruments needed : NEEDED) {
      for (InstrumentsOff off : server.instrumentsOff()) {
        if (off.kind().equals(needed.kind()) && off.count() > 0) {
          complaints.add(complaint(needed, off.count()));
        }
      }
    }
    return complaints;
  }

  private static Complaint complaint(Instruments needed, long count) {
    return new Complaint(
        "instrument-" + needed.key(),
        needed.weight(),
        (count == 1 ? "1 instrument" : count + " instruments")
            + " like "
            + needed.kind()
            + (count == 1 ? " is off." : " are off."),
        needed.consequence(),
        new Remedy(
            List.of(
                "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES', TIMED = 'YES'"
                    + " WHERE NAME LIKE '"
                    + needed.kind()
                    + "'"),
            "It lasts until the server starts again; performance-schema-instrument='"
                + needed.kind()
                + "=ON' in its configuration lasts longer."));
  }
}
