/**
 * The slow log of a server over time. What enters: the path of a log, and the cursor inside the
 * last window. What leaves: windows of a quarter of an hour, each with the cursor from which the
 * next run continues exactly. What is dropped: nothing; where something may have been lost before
 * it was read, the window says so.
 *
 * <p>A log is known by its first bytes and not by its name or inode, so that it is found again
 * after it was renamed, copied or compressed. Files that were renamed are read to their end; of a
 * file that still grows, an event is taken when the next one has begun. A file that continues
 * another one without the banner that a server writes when it opens a log was emptied in place
 * (copy-truncate): what was written between the copy and that may be lost.
 */
package dev.watershed.collector.follow;
