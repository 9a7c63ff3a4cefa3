package raftlab.kernel.command.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import raftlab.core.Policy;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.model.DecoderPolicy;
import raftlab.model.Precision;

/**
 * A policy as the {@code path} of the model folder it was read from and its precision, or, if
 * training has changed it since, as a model folder of its own below {@code saved}. The path is not
 * copied: a model may have gigabytes.
 */
final class PolicyCodec implements Codec<Policy> {

  private static final String PATH = "path";
  private static final String SAVED = "saved";

  @Override
  public void write(Path folder, Policy value) {
    if (!(value instanceof DecoderPolicy policy)) {
      throw new UserError(
          value.id() + " cannot be kept for the next call",
          "it is a " + value.getClass().getSimpleName() + ", which has no model folder",
          "Use it in a notebook");
    }
    Optional<Path> source = policy.folder().filter(path -> !isOfAWorkspace(path));
    if (source.isPresent()) {
      AtomicFile.writeText(
          folder.resolve(PATH), source.get() + "\n" + policy.precision().option() + "\n");
    } else {
      writeWeights(folder, policy);
    }
  }

  /** Writes the policy whole, wherever it was read from. */
  static void writeWeights(Path folder, DecoderPolicy policy) {
    // The last part of the path is the policy's name, which its identity begins with.
    policy.save(folder.resolve(SAVED).resolve(policy.name()));
  }

  /** What a workspace holds under another name may be replaced or freed: it is saved again. */
  private static boolean isOfAWorkspace(Path path) {
    return path.getParent() != null && path.getParent().endsWith(SAVED);
  }

  @Override
  public Policy read(Path folder) {
    try {
      Path path = folder.resolve(PATH);
      if (!Files.exists(path)) {
        Path saved = saved(folder);
        return DecoderPolicy.load(saved, Precision.stored(saved));
      }
      List<String> lines = Files.readAllLines(path);
      return DecoderPolicy.load(
          Path.of(lines.get(0)),
          lines.size() > 1 ? Precision.named(lines.get(1)) : Precision.FLOAT32);
    } catch (IOException e) {
      throw new UserError("the model in " + folder + " cannot be read: " + e.getMessage());
    }
  }

  private static Path saved(Path folder) throws IOException {
    try (var folders = Files.list(folder.resolve(SAVED))) {
      return folders
          .findFirst()
          .orElseThrow(() -> new UserError("the model in " + folder + " is gone"));
    }
  }
}
