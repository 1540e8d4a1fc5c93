package dev.watershed.reports.text;

import dev.watershed.analyzer.attribution.SampledDigest;
import dev.watershed.analyzer.attribution.ServiceShare;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.ranking.DigestFacts;
import dev.watershed.analyzer.ranking.DigestInference;
import dev.watershed.analyzer.ranking.DigestPart;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.TouchedTable;
import dev.watershed.reports.LatencyDecades;
import dev.watershed.reports.Notes;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.SqlLayout;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer of {@code explain} for a terminal. */
public final class ExplainText {

  private static final String INDENT = "  ";
  private static final int LABEL = 18;
  private static final int MOST_PARTS = 10;
  private static final int SAMPLE_LINES = 24;
  private static final int MOST_BAR = 40;
  private static final List<String> DECADES =
      List.of(
          "< 10 µs", "< 100 µs", "< 1 ms", "< 10 ms", "< 100 ms", "< 1 s", "< 10 s", "10 s and up");

  private final TextOptions options;
  private final Style style;

  public ExplainText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /**
   * The whole answer; ends with a line break.
   *
   * @param sampled whose the statement is where servers are shown by counters
   * @param inferred tables that it touches without naming them; empty where logs were read, which
   *     have no catalogs
   */
  public String render(
      DigestFacts facts,
      List<SampledDigest> sampled,
      Optional<DigestInference> inferred,
      WidenedSpan span) {
    StringBuilder text = new StringBuilder(4_096);
    GroupKey.Digest digest = facts.digest();
    text.append(style.bold(digest.name())).append("  ").append(digest.kind());
    text.append("  number ").append(Units.grouped(facts.rank())).append(" of ");
    text.append(Units.grouped(facts.digestCount())).append(" by time\n\n");
    for (String line : SqlLayout.lines(digest.fingerprint())) {
      wrapped(VisibleText.of(line), text);
    }
    text.append(digest.truncated() ? INDENT + style.warn("(cut here)") + "\n" : "");
    heading("figures", text);
    figures(facts, text);
    heading("latency", text);
    latency(facts.group().figures(), text);
    tables(digest, text);
    inferred.ifPresent(touched -> inferred(touched, text));
    parts("services", facts.services(), text);
    sampled(sampled, text);
    parts("schemas", facts.schemas(), text);
    parts("accounts", facts.accounts(), text);
    digest.sample().ifPresent(sample -> sample(sample, text));
    notes(facts, span, text);
    return text.toString();
  }

  private void figures(DigestFacts facts, StringBuilder text) {
    Figures figures = facts.group().figures();
    for (List<String> row : new FigureRows(facts.group()).rows()) {
      text.append(INDENT).append(style.dim(DisplayWidth.left(row.get(0), LABEL)));
      text.append(row.get(1)).append('\n');
    }
    if (figures.firstSeen().isPresent() && figures.lastSeen().isPresent()) {
      text.append(INDENT).append(style.dim(DisplayWidth.left("seen", LABEL)));
      text.append(TimeSpan.of(figures.firstSeen().get(), figures.lastSeen().get())).append('\n');
    }
  }

  private void latency(Figures figures, StringBuilder text) {
    long[] counts = LatencyDecades.of(figures.histogram());
    long most = 1;
    long all = 0;
    for (long count : counts) {
      most = Math.max(most, count);
      all += count;
    }
    for (int decade = 0; decade < counts.length; decade++) {
      int bar = (int) Math.ceil((double) counts[decade] * MOST_BAR / most);
      text.append(INDENT).append(style.dim(DisplayWidth.right(DECADES.get(decade), 11)));
      text.append("  ").append(style.accent("█".repeat(bar))).append(" ".repeat(MOST_BAR - bar));
      String share = all == 0 ? "" : Units.percent((double) counts[decade] / all);
      text.append(DisplayWidth.right(counts[decade] == 0 ? "" : share, 8));
      text.append(DisplayWidth.right(counts[decade] == 0 ? "" : Units.count(counts[decade]), 8));
      trim(text);
      text.append('\n');
    }
  }

  private void tables(GroupKey.Digest digest, StringBuilder text) {
    if (digest.tables().isEmpty()) {
      return;
    }
    heading("tables", text);
    List<String> names = new ArrayList<>();
    for (TouchedTable table : digest.tables()) {
      names.add(VisibleText.of(table.name()) + (table.written() ? " (written)" : ""));
    }
    wrapped(names.stream().collect(Collectors.joining(", ")), text);
  }

  private void inferred(DigestInference inferred, StringBuilder text) {
    heading("tables touched as inferred", text);
    InferenceLines.of(inferred).forEach(line -> wrapped(line, text));
  }

  private void parts(String title, List<DigestPart> parts, StringBuilder text) {
    heading(title, text);
    for (DigestPart part : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
      String name = DisplayWidth.left(VisibleText.of(part.key().name()), 32);
      String share =
          part.share().isPresent() ? Units.percent(part.share().getAsDouble()) : Units.UNKNOWN;
      String calls = Units.count(part.figures().loggedCalls());
      text.append(INDENT).append(name).append(DisplayWidth.right(share, 8));
      text.append(DisplayWidth.right(Units.micros(part.figures().timeMicros()), 10));
      text.append(DisplayWidth.right(calls, 9)).append(" calls\n");
    }
    if (parts.size() > MOST_PARTS) {
      text.append(INDENT).append(parts.size() - MOST_PARTS).append(" more\n");
    }
  }

  private void sampled(List<SampledDigest> servers, StringBuilder text) {
    for (SampledDigest server : servers) {
      long samples = server.shares().counts().samples();
      heading(
          "services by "
              + Units.counted(samples, "sample")
              + " on "
              + VisibleText.of(server.server())
              + ", intervals of 95%",
          text);
      for (ServiceShare part : ServiceNames.limited(server.shares().services(), MOST_PARTS)) {
        String name = ServiceNames.of(part.service()).orElse(ServiceNames.UNATTRIBUTED);
        text.append(INDENT).append(DisplayWidth.left(VisibleText.of(name), 32));
        text.append(DisplayWidth.right(Units.percent(part.share().estimate()), 8)).append(INDENT);
        text.append(
            DisplayWidth.right(
                Units.percent(part.share().low()) + " – " + Units.percent(part.share().high()),
                19));
        text.append(DisplayWidth.right(Units.count(part.counts().samples()), 9));
        text.append(" samples\n");
      }
      text.append(INDENT).append("one that was not seen: at most ");
      text.append(Units.percent(server.shares().unseen().high())).append('\n');
    }
  }

  private void sample(String sample, StringBuilder text) {
    heading("slowest sample", text);
    List<String> lines = sample.lines().toList();
    for (String line : lines.subList(0, Math.min(SAMPLE_LINES, lines.size()))) {
      wrapped(VisibleText.of(line.replace("\t", "    ")), text);
    }
    text.append(lines.size() > SAMPLE_LINES ? INDENT + "…\n" : "");
  }

  private void notes(DigestFacts facts, WidenedSpan span, StringBuilder text) {
    List<String> notes = new ArrayList<>(Notes.of(facts.quality()));
    notes.addAll(SpanNotes.of(span));
    if (!notes.isEmpty()) {
      heading("notes", text);
      notes.forEach(note -> wrapped(note, text));
    }
  }

  private void heading(String title, StringBuilder text) {
    text.append('\n').append(style.bold(title)).append('\n');
  }

  private void wrapped(String line, StringBuilder text) {
    String indent = INDENT;
    for (String part : Wrap.lines(line, options.width() - 2 * INDENT.length(), SAMPLE_LINES)) {
      text.append(indent).append(part).append('\n');
      indent = INDENT + INDENT;
    }
  }

  private static void trim(StringBuilder text) {
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
  }
}
