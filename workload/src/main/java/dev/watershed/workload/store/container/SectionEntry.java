package dev.watershed.workload.store.container;

/** A section as the directory of a container lists it. */
record SectionEntry(String name, long offset, long length, int checksum) {}
