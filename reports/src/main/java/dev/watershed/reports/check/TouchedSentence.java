package dev.watershed.reports.check;

import dev.watershed.reports.Units;
import dev.watershed.rules.gate.TouchedServices;
import java.util.List;

/** Whose files a change touches, in one sentence; foreign characters are in it. */
public final class TouchedSentence {

  private static final int MOST_SERVICES = 12;

  private TouchedSentence() {}

  /** The sentence. A path that nobody claims is named once, with how many more there are. */
  public static String of(TouchedServices touched) {
    int claimed = touched.paths() - touched.unclaimed().size();
    String whose =
        touched.services().isEmpty()
            ? "nobody's files"
            : names(List.copyOf(touched.services())) + " (" + Units.counted(claimed, "path") + ")";
    return "the change touches " + whose + unclaimed(touched.unclaimed());
  }

  private static String names(List<String> services) {
    List<String> named = services.subList(0, Math.min(MOST_SERVICES, services.size()));
    int more = services.size() - named.size();
    return String.join(", ", named) + (more > 0 ? " and " + Units.grouped(more) + " more" : "");
  }

  private static String unclaimed(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    return paths.size() == 1
        ? "; nobody claims " + paths.get(0)
        : "; nobody claims " + Units.grouped(paths.size()) + " paths, such as " + paths.get(0);
  }
}
