package dev.watershed.analyzer.consolidation.distance;

import java.util.List;

/** Who should own what, in the order of the file. An owner may stand there several times. */
public record TargetArchitecture(List<TargetOwner> owners) {

  public TargetArchitecture {
    owners = List.copyOf(owners);
  }
}
