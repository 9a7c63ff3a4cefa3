package raftlab.tune;

import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.files.AtomicFile;
import raftlab.files.Folders;
import raftlab.files.JsonFile;
import raftlab.model.DecoderPolicy;
import raftlab.train.FineTuner;

/**
 * {@code state/} in the folder that is written: weights, optimizer and place in the data, bit by
 * bit, and the request they belong to. Replaced as a whole; gone when the work is done.
 */
record SavedState(Path folder, String request) {

  private static final String REQUEST = "request.txt";

  static SavedState in(Path out, String request) {
    return new SavedState(out.resolve("state"), request);
  }

  /** Returns whether there is a state of this very request. */
  boolean isThere() {
    Path file = folder.resolve(REQUEST);
    return Files.isRegularFile(file) && JsonFile.readText(file).equals(request);
  }

  void save(DecoderPolicy policy, FineTuner tuner) {
    Folders.writeWhole(
        folder,
        beside -> {
          policy.save(beside);
          tuner.saveState(beside);
          AtomicFile.writeText(beside.resolve(REQUEST), request);
        });
  }

  void delete() {
    Folders.delete(folder);
  }
}
