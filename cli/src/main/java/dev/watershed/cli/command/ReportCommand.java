package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.review.Review;
import dev.watershed.reports.review.form.PageWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page.")
  private Optional<Path> out = Optional.empty();

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
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    StoreReading stored = StoreReading.of(context, store.config());
    ReviewReading reading = ReviewReading.of(context, store.config(), stored, span);
    PageWords words = PageWords.of(language.orElse(Language.ENGLISH).locale);
    ResultOutput.write(context, out, stream -> Review.write(reading.facts(), words, stream));
    return reading.exitCode().code();
  }
}
