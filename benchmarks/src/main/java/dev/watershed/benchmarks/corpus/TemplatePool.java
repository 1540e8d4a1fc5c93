package dev.watershed.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Different statements of one kind, drawn by Zipf's law. */
final class TemplatePool {

  private static final double EXPONENT = 1.0;
  private static final int IN_TURN = 8;

  private final List<StatementTemplate> templates;
  private final SplittableRandom random;
  private final Zipf ranks;
  private int drawn;

  TemplatePool(TemplateSource source, int count, SplittableRandom random) {
    this.random = random;
    this.ranks = new Zipf(count, EXPONENT);
    this.templates = different(source, count, random);
  }

  private static List<StatementTemplate> different(
      TemplateSource source, int count, SplittableRandom random) {
    List<StatementTemplate> templates = new ArrayList<>(count);
    Set<String> texts = new HashSet<>();
    while (templates.size() < count) {
      StatementTemplate template = source.next(random);
      StringBuilder text = new StringBuilder();
      template
          .parts()
          .forEach(part -> text.append(new String(part, StandardCharsets.UTF_8)).append('?'));
      if (texts.add(text.toString())) {
        templates.add(template);
      }
    }
    return List.copyOf(templates);
  }

  List<StatementTemplate> templates() {
    return templates;
  }

  /** By Zipf's law, but every eighth in turn, so that the rarest occur as well. */
  StatementTemplate next() {
    int turn = drawn++;
    return turn % IN_TURN == 0
        ? templates.get(turn / IN_TURN % templates.size())
        : templates.get(ranks.next(random));
  }
}
