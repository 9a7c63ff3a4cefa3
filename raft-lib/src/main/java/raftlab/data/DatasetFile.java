package raftlab.data;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;

/**
 * One file of a data set.
 *
 * @param path place below the cache's data folder: data set, then file
 * @param url address pinned to a commit; empty if the file is never fetched
 * @param sha256 of the file in hexadecimal; empty if any copy is accepted
 * @param bytes its size, 0 if unknown
 * @param rows its rows, 0 if not counted
 * @param archive the archive that the address leads to, if the file is made from one
 * @param fields the file's own field mapping; empty: that of the data set
 * @param answer the file's own answer source, if it differs from the data set's
 */
public record DatasetFile(
    String path,
    String url,
    String sha256,
    long bytes,
    int rows,
    Optional<Archive> archive,
    Map<String, String> fields,
    Optional<AnswerSource> answer) {

  private static final Pattern RAW =
      Pattern.compile("https://raw\\.githubusercontent\\.com/([^/]+/[^/]+)/([0-9a-f]{40})/.*");

  public DatasetFile {
    Checks.notBlank(path, "file path");
    Checks.that(!path.contains(".."), () -> "the path " + path + " leaves its folder");
    Checks.notNull(archive, "archive");
    Checks.notNull(answer, "answer");
    fields = Map.copyOf(fields);
  }

  /**
   * The zip archive a file is made from.
   *
   * @param sha256 of the archive
   * @param bytes its size
   * @param member the end of the member's name
   * @param extract {@code copy}, or {@code questions}: MMLU-Pro's rows without the model's output,
   *     sorted by question_id
   */
  public record Archive(String sha256, long bytes, String member, String extract) {}

  /**
   * Returns where the address leads, as repository and commit: {@code owner/name@1a2b3c4d}; empty
   * if the file is never fetched.
   */
  public String origin() {
    Matcher matcher = RAW.matcher(url);
    return matcher.matches() ? matcher.group(1) + "@" + matcher.group(2).substring(0, 8) : "";
  }

  /** Returns the file's name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
