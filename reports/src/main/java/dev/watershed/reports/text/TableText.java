package dev.watershed.reports.text;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.catalog.CatalogedTable;
import dev.watershed.analyzer.catalog.CatalogedTable.IncomingKey;
import dev.watershed.analyzer.catalog.CatalogedTable.Mention;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.ranking.DigestPart;
import dev.watershed.analyzer.ranking.TableFacts;
import dev.watershed.analyzer.ranking.TableLoad;
import dev.watershed.analyzer.ranking.TableLoad.InferredDigest;
import dev.watershed.analyzer.ranking.TableLoad.TableDigest;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.Notes;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answer of {@code explain} for a table, for a terminal. */
public final class TableText {

  private static final String INDENT = "  ";
  private static final int MOST_DIGESTS = 20;
  private static final int MOST_LINES = 24;
  private static final int MOST_GAPS = 5;
  private static final int NAME = 28;

  private final TextOptions options;
  private final Style style;
  private final StringBuilder text = new StringBuilder(4_096);

  public TableText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(TableFacts facts) {
    TableLoad load = facts.load();
    text.append(style.bold(VisibleText.of(load.name()))).append('\n');
    if (facts.definitions().isEmpty()) {
      text.append(INDENT).append("in no catalog of the store\n");
    }
    for (CatalogGaps hiding : facts.hiding()) {
      String server = VisibleText.of(hiding.server());
      gaps("it may be on " + server + ", whose catalog has gaps:", hiding.gaps());
    }
    facts.definitions().forEach(this::definition);
    digests(load.digests());
    services(load.services());
    inferred(load);
    List<String> notes = load.digests().isEmpty() ? List.of() : Notes.of(load.quality());
    if (!notes.isEmpty()) {
      heading("notes");
      notes.forEach(this::line);
    }
    return text.toString();
  }

  private void definition(CatalogedTable table) {
    heading("on " + VisibleText.of(table.server()) + ", as of " + table.takenAt());
    gaps("the catalog has gaps; what is not here may exist:", table.gaps());
    if (table.object() instanceof TableDefinition definition) {
      line(VisibleText.of(properties(definition)));
      table.statistics().ifPresent(this::statistics);
      columns(definition);
      indexes(definition);
      list("foreign keys", definition.foreignKeys().stream().map(TableText::described).toList());
    } else if (table.object() instanceof ViewDefinition view) {
      line("view, security " + view.security().key());
      line(
          VisibleText.of(view.query().lines().map(String::strip).collect(Collectors.joining(" "))));
    }
    list("referenced by", table.referencedBy().stream().map(TableText::described).toList());
    list("triggers", table.triggers().stream().map(TableText::described).toList());
    list("named in", table.mentions().stream().map(TableText::described).toList());
  }

  private void gaps(String title, List<CatalogGap> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    line(style.warn(title));
    for (CatalogGap gap : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
      line(VisibleText.of(gap.place() + ": " + gap.reason()));
    }
    if (gaps.size() > MOST_GAPS) {
      line("and " + Units.counted(gaps.size() - MOST_GAPS, "other gap"));
    }
  }

  private static String properties(TableDefinition table) {
    List<String> properties = new ArrayList<>();
    properties.add(table.tableKind().key() + " table");
    table.engine().ifPresent(properties::add);
    table.rowFormat().ifPresent(properties::add);
    table.collation().ifPresent(properties::add);
    table
        .partitioning()
        .ifPresent(
            how ->
                properties.add(
                    how.partitions().size()
                        + " partitions by "
                        + how.method()
                        + " ("
                        + how.expression()
                        + ")"));
    return String.join(", ", properties);
  }

  private void statistics(TableStatistics figures) {
    List<String> known = new ArrayList<>();
    figures.rows().ifPresent(rows -> known.add("about " + Units.grouped(rows) + " rows"));
    figures.dataBytes().ifPresent(bytes -> known.add("data " + Units.bytes(bytes)));
    figures.indexBytes().ifPresent(bytes -> known.add("indexes " + Units.bytes(bytes)));
    figures
        .autoIncrement()
        .ifPresent(
            next ->
                known.add(
                    "next number "
                        + next
                        + figures.autoIncrementLimit().map(limit -> " of " + limit).orElse("")));
    line(String.join(", ", known));
  }

  private void columns(TableDefinition table) {
    subheading("columns");
    for (ColumnDefinition column : table.columns()) {
      StringBuilder line = new StringBuilder();
      line.append(DisplayWidth.left(VisibleText.of(column.name()), NAME)).append(' ');
      line.append(column.type()).append(column.nullable() ? "" : " not null");
      column.collation().ifPresent(name -> line.append(' ').append(name));
      column.defaultValue().ifPresent(value -> line.append(" default ").append(value));
      line.append(column.autoIncrement() ? " auto_increment" : "");
      column.generated().ifPresent(value -> line.append(" as (" + value.expression() + ")"));
      line.append(column.visible() ? "" : " invisible");
      line(VisibleText.of(line.toString()));
    }
  }

  private void indexes(TableDefinition table) {
    subheading("indexes");
    for (IndexDefinition index : table.indexes()) {
      line(
          DisplayWidth.left(VisibleText.of(index.name()), NAME)
              + " "
              + VisibleText.of(IndexWords.parts(index))
              + (index.unique() && !index.primary() ? " unique" : "")
              + (index.kind() == IndexKind.BTREE ? "" : " " + index.kind().key())
              + (index.visible() ? "" : " invisible"));
    }
  }

  private static String described(ForeignKey key) {
    return key.name()
        + ": ("
        + String.join(", ", key.columns())
        + ") to "
        + key.referencedSchema().map(schema -> schema + ".").orElse("")
        + key.referencedTable()
        + " ("
        + String.join(", ", key.referencedColumns())
        + ")"
        + action(" on delete ", key.onDelete())
        + action(" on update ", key.onUpdate());
  }

  private static String described(IncomingKey key) {
    return key.table()
        + " ("
        + String.join(", ", key.key().columns())
        + ")"
        + action(" on delete ", key.key().onDelete())
        + action(" on update ", key.key().onUpdate());
  }

  private static String action(String when, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : when + action.key();
  }

  private static String described(TriggerDefinition trigger) {
    return trigger.name() + " " + (trigger.before() ? "before " : "after ") + trigger.event().key();
  }

  private static String described(Mention mention) {
    return mention.kind() + " " + mention.name() + (mention.writes() ? " (writes)" : "");
  }

  private void digests(List<TableDigest> digests) {
    heading("statements");
    if (digests.isEmpty()) {
      line("none in the store names it with this schema");
    }
    for (TableDigest digest : digests.subList(0, Math.min(MOST_DIGESTS, digests.size()))) {
      String share =
          digest.share().isPresent() ? Units.percent(digest.share().getAsDouble()) : Units.UNKNOWN;
      text.append(INDENT).append(style.accent(digest.digest().name()));
      text.append(digest.written() ? " w" : " r");
      text.append(DisplayWidth.right(share, 8));
      text.append(DisplayWidth.right(Units.micros(digest.figures().timeMicros()), 10));
      text.append(DisplayWidth.right(Units.count(digest.figures().loggedCalls()), 8));
      text.append(" calls  ").append(cut(digest.digest().fingerprint())).append('\n');
    }
    if (digests.size() > MOST_DIGESTS) {
      line(digests.size() - MOST_DIGESTS + " more");
    }
  }

  private void inferred(TableLoad load) {
    if (load.inferred().isEmpty() && load.events().isEmpty()) {
      return;
    }
    heading("touched as inferred, by statements that do not name it");
    List<InferredDigest> digests = load.inferred();
    for (InferredDigest digest : digests.subList(0, Math.min(MOST_DIGESTS, digests.size()))) {
      boolean written = digest.touches().stream().anyMatch(InferredTouch::written);
      text.append(INDENT).append(style.accent(digest.digest().name()));
      text.append(written ? " w" : " r");
      text.append(DisplayWidth.right(Units.count(digest.figures().loggedCalls()), 8));
      text.append(" calls  ").append(cut(digest.digest().fingerprint())).append('\n');
      digest.touches().forEach(touch -> line(INDENT + "by " + VisibleText.of(touch.chainText())));
    }
    if (digests.size() > MOST_DIGESTS) {
      line(digests.size() - MOST_DIGESTS + " more");
    }
    for (InferredTouch event : load.events()) {
      line((event.written() ? "written by " : "read by ") + VisibleText.of(event.chainText()));
    }
  }

  private String cut(String fingerprint) {
    return DisplayWidth.cut(VisibleText.of(fingerprint), Math.max(16, options.width() - 60));
  }

  private void services(List<DigestPart> services) {
    if (services.isEmpty()) {
      return;
    }
    heading("services");
    for (DigestPart part : services) {
      String share =
          part.share().isPresent() ? Units.percent(part.share().getAsDouble()) : Units.UNKNOWN;
      line(
          DisplayWidth.left(VisibleText.of(part.key().name()), NAME)
              + DisplayWidth.right(share, 8)
              + DisplayWidth.right(Units.micros(part.figures().timeMicros()), 10));
    }
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      subheading(title);
      lines.forEach(line -> line(VisibleText.of(line)));
    }
  }

  private void heading(String title) {
    text.append('\n').append(style.bold(title)).append('\n');
  }

  private void subheading(String title) {
    text.append('\n').append(INDENT).append(style.dim(title)).append('\n');
  }

  private void line(String line) {
    String indent = INDENT;
    for (String part : Wrap.lines(line, options.width() - 2 * INDENT.length(), MOST_LINES)) {
      text.append(indent).append(part).append('\n');
      indent = INDENT + INDENT;
    }
  }
}
