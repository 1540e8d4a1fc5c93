package dev.watershed.reports.text;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.reports.EstimateNotes;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The load by service where some of it is an estimate: a line each, then what it rests on. */
final class ServiceText {

  private static final int NAME = 32;
  private static final String GAP = "  ";

  private final TextOptions options;
  private final Style style;

  ServiceText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /**
   * The lines.
   *
   * @param title what a line is of
   * @param limit the most lines; 0 for all
   */
  void append(String title, FleetLoad load, int limit, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    boolean exact = load.services().stream().anyMatch(part -> part.exactMicros() > 0);
    rows.add(row(title, "share", "time", "95% interval", exact ? "in logs" : "", "samples"));
    for (FleetLoad.Part part : ServiceNames.limited(load.services(), limit)) {
      rows.add(
          row(
              VisibleText.of(ServiceNames.of(part.service()).orElse(ServiceNames.UNATTRIBUTED)),
              load.totalMicros() == 0
                  ? Units.UNKNOWN
                  : Units.percent(part.micros().estimate() / load.totalMicros()),
              Units.micros(part.micros().estimate()),
              Units.micros(part.micros().low()) + " – " + Units.micros(part.micros().high()),
              exact ? Units.micros(part.exactMicros()) : "",
              Units.grouped(part.samples())));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      int widest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(at))).max().orElse(0);
      widths.add(column == 0 ? Math.min(NAME, widest) : widest);
    }
    for (int at = 0; at < rows.size(); at++) {
      String line = line(rows.get(at), widths);
      text.append(at == 0 ? style.dim(line) : line).append('\n');
    }
    int hidden = load.services().size() - (rows.size() - 1);
    if (hidden > 0) {
      text.append(style.dim(hidden + " more. All: --limit 0")).append('\n');
    }
    notes(EstimateNotes.of(load), text);
  }

  private void notes(List<String> notes, StringBuilder text) {
    for (String note : notes) {
      String indent = GAP;
      for (String line : Wrap.lines(note, options.width() - 2 * GAP.length(), 10)) {
        text.append(indent).append(style.dim(line)).append('\n');
        indent = GAP + GAP;
      }
    }
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder(DisplayWidth.left(cells.get(0), widths.get(0)));
    for (int column = 1; column < cells.size(); column++) {
      if (widths.get(column) > 0) {
        line.append(GAP).append(DisplayWidth.right(cells.get(column), widths.get(column)));
      }
    }
    return line.toString();
  }
}
