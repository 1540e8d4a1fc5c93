package dev.watershed.benchmarks.corpus;

import java.util.SplittableRandom;

/** Invents statements of one kind. */
interface TemplateSource {

  /** Another one; two may be alike. */
  StatementTemplate next(SplittableRandom random);
}
