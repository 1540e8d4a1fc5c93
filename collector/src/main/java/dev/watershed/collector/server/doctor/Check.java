package dev.watershed.collector.server.doctor;

import java.util.List;

/** Looks for one lack of a server. */
public interface Check {

  /** What the server lacks; nothing if it is as it should be. */
  List<Complaint> complaints(ServerFacts server);
}
