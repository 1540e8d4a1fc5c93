package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import java.util.Optional;

/** The address under which the files of the checked commit are shown, as CI services tell it. */
final class PublishedSources {

  private PublishedSources() {}

  /** The address of GitHub Actions or GitLab CI; empty outside of both. */
  static Optional<String> of(CommandContext context) {
    return gitHub(context).or(() -> gitLab(context));
  }

  private static Optional<String> gitHub(CommandContext context) {
    return context
        .variable("GITHUB_SERVER_URL")
        .flatMap(
            server ->
                context
                    .variable("GITHUB_REPOSITORY")
                    .flatMap(
                        repository ->
                            context
                                .variable("GITHUB_SHA")
                                .map(commit -> server + "/" + repository + "/blob/" + commit)));
  }

  private static Optional<String> gitLab(CommandContext context) {
    return context
        .variable("CI_PROJECT_URL")
        .flatMap(
            project -> context.variable("CI_COMMIT_SHA").map(sha -> project + "/-/blob/" + sha));
  }
}
