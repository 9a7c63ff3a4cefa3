package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.UserError;
import raftlab.data.DatasetCache;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.DatasetFetch;
import raftlab.data.DatasetFile;
import raftlab.data.FetchSettings;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/**
 * The files of described data sets for one call of {@code data}.
 *
 * @param session the call
 * @param part which file of a data set is meant, if the user said so
 * @param download whether a missing file may be downloaded
 */
record DataSets(Session session, Optional<String> part, boolean download) {

  DatasetCache cache() {
    return DatasetCache.fromEnvironment();
  }

  private DatasetFetch fetch() {
    return new DatasetFetch(cache(), FetchSettings.usual());
  }

  /** Returns the file of a data set that is meant. */
  DatasetFile file(DatasetDescriptor descriptor) {
    return part.map(descriptor::file).orElseGet(descriptor::mainFile);
  }

  /** Returns a file on this machine, downloaded if that was asked for. */
  Path require(DatasetDescriptor descriptor, DatasetFile file) {
    if (download && descriptor.fetchable()) {
      return fetch().fetch(file, Live.context(session));
    }
    return cache().require(descriptor, file);
  }

  /** Downloads every file of a data set, or the one that is meant. */
  Report fetched(String id) {
    DatasetDescriptor descriptor = DatasetCatalog.builtIn().get(id);
    if (!descriptor.fetchable()) {
      throw new UserError(
          id + " is not fetched: it is " + descriptor.kind(),
          String.join(" ", descriptor.remarks().stream().limit(1).toList()),
          "");
    }
    List<DatasetFile> wanted =
        part.map(name -> List.of(descriptor.file(name))).orElseGet(descriptor::files);
    long began = System.nanoTime();
    Report report = Report.of("", "file", "MB", "place");
    for (DatasetFile file : wanted) {
      Path place = fetch().fetch(file, Live.context(session));
      report = report.row(file.path(), DataList.megabytes(file.bytes()), place);
    }
    long bytes = wanted.stream().mapToLong(DatasetFile::bytes).sum();
    return report
        .headline(id + ": " + count(wanted.size()) + " here, sha256 right")
        .remark("Licence: " + descriptor.licence() + ".  Cite: " + descriptor.citation() + ".")
        .summary(
            summary(
                "dataset", id, "files", wanted.size(), "bytes", bytes, "seconds", seconds(began)));
  }

  /** Hashes what is here of a data set and compares it with the descriptor. */
  Report verified(String id) {
    DatasetDescriptor descriptor = DatasetCatalog.builtIn().get(id);
    Report report = Report.of("", "file", "state", "sha256");
    int intact = 0;
    int damaged = 0;
    for (var state : fetch().verify(descriptor)) {
      boolean here = state.path().isPresent();
      intact += here ? 1 : 0;
      damaged += here || state.said().equals(DatasetFetch.NOT_HERE) ? 0 : 1;
      report = report.row(state.file().path(), state.said(), state.file().sha256());
    }
    int files = descriptor.files().size();
    if (intact < files) {
      session.exit(ExitCode.FAILED);
    }
    String headline =
        files == 0
            ? id + " has no files: it is " + descriptor.kind()
            : id + ": " + intact + " of " + count(files) + " intact";
    return report
        .headline(headline)
        .summary(summary("dataset", id, "files", files, "intact", intact, "damaged", damaged));
  }

  private static String count(int files) {
    return files + (files == 1 ? " file" : " files");
  }

  private static double seconds(long began) {
    return Math.round((System.nanoTime() - began) / 1e6) / 1e3;
  }

  private static Map<String, Object> summary(Object... namesAndValues) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      summary.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return summary;
  }
}
