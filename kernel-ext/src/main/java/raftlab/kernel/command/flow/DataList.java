package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import raftlab.data.DatasetCache;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.DatasetFile;
import raftlab.kernel.notebook.Report;

/** The table of all described data sets: what they are and whether they are on this machine. */
final class DataList {

  private static final double MEGABYTE = 1e6;

  private DataList() {}

  static Report report(DatasetCache cache) {
    List<DatasetDescriptor> all = DatasetCatalog.builtIn().all();
    Report report =
        Report.of("", "id", "what", "rows", "files", "MB", "here", "grader", "licence", "address");
    List<Map<String, Object>> summary = new ArrayList<>();
    int here = 0;
    for (DatasetDescriptor each : all) {
      String place = place(each, cache);
      here += List.of("mirror", "cache").contains(place) ? 1 : 0;
      report =
          report.row(
              each.id(),
              each.kind(),
              rows(each),
              each.files().size(),
              megabytes(each.files().stream().mapToLong(DatasetFile::bytes).sum()),
              place,
              each.graderProfile(),
              each.licence(),
              address(each));
      summary.add(summary(each, place));
    }
    return report
        .headline(all.size() + " data sets, " + here + " on this machine")
        .remark("Get one: data fetch ID.  Check it: data verify ID.  Use it: data NAME --from ID.")
        .remark("Rows and commits are those of the main file; licences as the host states them.")
        .summary(Map.of("datasets", summary));
  }

  private static String rows(DatasetDescriptor descriptor) {
    return descriptor.files().isEmpty() ? "-" : String.valueOf(descriptor.mainFile().rows());
  }

  /** Returns where every file is, told without reading any. */
  private static String place(DatasetDescriptor descriptor, DatasetCache cache) {
    if (descriptor.files().isEmpty()) {
      return "generated";
    }
    List<Optional<DatasetCache.Copy>> copies =
        descriptor.files().stream().map(cache::locate).toList();
    long found = copies.stream().filter(Optional::isPresent).count();
    if (found < copies.size()) {
      return found == 0 ? "no" : found + " of " + copies.size();
    }
    return copies.stream().allMatch(copy -> copy.get().mirrored()) ? "mirror" : "cache";
  }

  private static String address(DatasetDescriptor descriptor) {
    if (descriptor.files().isEmpty()) {
      return "-";
    }
    String origin = descriptor.mainFile().origin();
    return origin.isEmpty() ? "your own copy" : "github.com/" + origin;
  }

  private static Map<String, Object> summary(DatasetDescriptor descriptor, String place) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", descriptor.id());
    one.put("kind", descriptor.kind());
    one.put("rows", descriptor.files().isEmpty() ? 0 : descriptor.mainFile().rows());
    one.put("here", place);
    one.put("licence", descriptor.licence());
    one.put("grader", descriptor.graderProfile());
    one.put("urls", descriptor.files().stream().map(DatasetFile::url).toList());
    return one;
  }

  static String megabytes(long bytes) {
    return bytes == 0 ? "-" : String.format(Locale.ROOT, "%.2f", bytes / MEGABYTE);
  }
}
