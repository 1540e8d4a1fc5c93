package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.document.Review;
import dev.watershed.reports.review.document.ReviewMarkdown;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.scope.ReviewScope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the page about what the store holds. */
@Command(
    name = "report",
    description = "Write one self-contained HTML page about what the store holds.",
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--lang",
      paramLabel = "en|ja",
      converter = Language.Converter.class,
      description = "The language of the page. Default: en.")
  private Optional<Language> language = Optional.empty();

  @Mixin private TargetOption target = new TargetOption();

  @Option(
      names = "--compare-to",
      paramLabel = "SPAN",
      description = "An earlier span, 2026-11-01/2026-11-08: what changed since is shown too.")
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only what concerns this service or module; may be given several times.")
  private List<String> services = List.of();

  @Option(
      names = "--team",
      paramLabel = "NAME",
      description = "Only what concerns the services of this team; may be given several times.")
  private List<String> teams = List.of();

  @Option(
      names = "--format",
      paramLabel = "html|markdown",
      converter = ReportFormat.Converter.class,
      description = "markdown is a summary for a wiki or a chat. Default: html.")
  private Optional<ReportFormat> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page. Markdown goes to standard output without it.")
  private Optional<Path> out = Optional.empty();

  /** The form of a report. */
  enum ReportFormat {
    HTML("html"),
    MARKDOWN("markdown");

    private final String word;

    ReportFormat(String word) {
      this.word = word;
    }

    /** Reads {@code --format}. */
    static final class Converter extends Words<ReportFormat> {
      Converter() {
        super(List.of(values()), format -> format.word);
      }
    }
  }

  /** A language that the report has words in. */
  enum Language {
    ENGLISH(Locale.ENGLISH),
    JAPANESE(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }

    /** Reads {@code --lang}. */
    static final class Converter extends Words<Language> {
      Converter() {
        super(List.of(values()), language -> language.locale.toLanguageTag());
      }
    }
  }

  public ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    boolean markdown = format.filter(ReportFormat.MARKDOWN::equals).isPresent();
    if (out.isEmpty() && !markdown) {
      throw new CommandException(ExitCode.USAGE, "expected --out FILE, where the page is written");
    }
    Instant now = context.clock().instant();
    StoreOptions.StoreSpan span = store.span(now);
    StoreReading stored = StoreReading.of(context, store.config());
    ReviewReading reading =
        ReviewReading.of(
            context,
            store.config(),
            stored,
            span,
            earlier(span, now),
            target(stored.configuration(), span));
    ReviewFacts facts = concerning(reading.facts());
    PageWords words = PageWords.of(language.orElse(Language.ENGLISH).locale);
    ResultOutput.write(
        context,
        out,
        markdown
            ? stream ->
                stream.write(ReviewMarkdown.render(facts, words).getBytes(StandardCharsets.UTF_8))
            : stream -> Review.write(facts, words, stream));
    return reading.exitCode().code();
  }

  private Optional<TargetProgress> target(Configuration configuration, StoreOptions.StoreSpan span)
      throws CommandException {
    Optional<TargetArchitecture> wanted = target.read(context, configuration);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    CouplingOptions services = new CouplingOptions();
    return Optional.of(
        TargetReading.of(context, configuration, services, span, wanted.get()).progress());
  }

  private Optional<StoreOptions.StoreSpan> earlier(StoreOptions.StoreSpan span, Instant now)
      throws CommandException {
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SpanArgument.parse("--compare-to", base.get(), now, span.servers(), span.sources()));
  }

  /** What concerns the services and teams that were asked for; everything if none was. */
  private ReviewFacts concerning(ReviewFacts facts) throws CommandException {
    if (services.isEmpty() && teams.isEmpty()) {
      return facts;
    }
    SortedMap<String, String> teamOf = new TreeMap<>(facts.teams());
    Set<String> known = new TreeSet<>(teamOf.keySet());
    Parties parties = facts.fleet().coupling().input().parties();
    IntStream.range(0, parties.services()).mapToObj(parties::name).forEach(known::add);
    Set<String> wanted = new TreeSet<>();
    for (String service : services) {
      require("--service", "service", service, known);
      wanted.add(service);
    }
    for (String team : teams) {
      require("--team", "team", team, teamOf.values());
      teamOf.forEach((service, whose) -> add(whose.equals(team), service, wanted));
    }
    known.stream()
        .filter(name -> services.stream().anyMatch(service -> name.startsWith(service + "/")))
        .forEach(wanted::add);
    List<String> named = new ArrayList<>(services);
    named.addAll(teams);
    return ReviewScope.of(facts, named, wanted);
  }

  private static void add(boolean theirs, String service, Set<String> wanted) {
    if (theirs) {
      wanted.add(service);
    }
  }

  private static void require(String option, String what, String name, Collection<String> known)
      throws CommandException {
    if (!known.contains(name)) {
      throw new CommandException(
          ExitCode.USAGE,
          option
              + ": no "
              + what
              + " '"
              + name
              + "'"
              + Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse(""));
    }
  }
}
